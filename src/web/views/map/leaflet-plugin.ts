import type { Plugin } from 'vite';

/** Leaflet's test for SVG inside HTML, made while the module loads. Only its attribution, which is not used, asks for the answer. */
const TEST = /var inlineSvg = !!svg && \(function \(\) \{[\s\S]*?\}\)\(\);/;

/**
 * Lets Leaflet load under Trusted Types: it probes the browser by turning text into markup as soon as it is imported, which the page's policy
 * forbids. The probe becomes its answer in every browser that this page runs in. Throws when Leaflet no longer has the probe.
 */
export function leafletWithoutMarkup(): Plugin {
  return {
    name: 'leaflet-without-markup',
    config: () => ({ optimizeDeps: { exclude: ['leaflet'] } }),
    transform: {
      filter: { id: /leaflet\/src\/core\/Browser\.js/ },
      handler: (code) => {
        if (!TEST.test(code)) throw new Error('this version of Leaflet probes for SVG in another way; see leaflet-plugin.ts');
        return { code: code.replace(TEST, 'var inlineSvg = true;'), map: null };
      },
    },
  };
}
