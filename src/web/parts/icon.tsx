/** Strokes on a 16 px square. */
const STROKES = {
  plus: 'M8 3.5v9M3.5 8h9',
  close: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  minus: 'M3.5 8h9',
  'fit-area': 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M8 7.9v.2',
  'fit-time': 'M2.5 3.5v9M13.5 3.5v9M4.5 8h7M6.5 5.8L4.3 8l2.2 2.2M9.5 5.8L11.7 8l-2.2 2.2',
  gaps: 'M1.5 8h3M11.5 8h3M5.5 12.5l2-9M8.5 12.5l2-9',
  'true-scale': 'M1.5 8h13M2.5 5.5v5M5 6.5v3M7.5 6.5v3M10 6.5v3M12.5 5.5v5',
  equal: 'M2.4 8h.2M6.1 8h.2M9.8 8h.2M13.5 8h.2M2.5 11.5v1M6.2 11.5v1M9.9 11.5v1M13.6 11.5v1',
  lanes: 'M2.5 3.5h11v3h-11zM2.5 9.5h11v3h-11z',
  enlarge: 'M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5l4.5-4.5',
  reduce: 'M13.5 6.5h-4v-4M9.5 6.5l4.5-4.5M2.5 9.5h4v4M6.5 9.5l-4.5 4.5',
  layers: 'M8 2.5l5.5 3-5.5 3-5.5-3zM2.5 8.2l5.5 3 5.5-3M2.5 10.8l5.5 3 5.5-3',
  back: 'M9.8 3.8L5.6 8l4.2 4.2',
  forward: 'M6.2 3.8L10.4 8l-4.2 4.2',
  choices: 'M4.5 6.5L8 10l3.5-3.5',
  'filter-view': 'M1.8 5V2.5h12.4V5M1.8 11v2.5h12.4V11M4.5 5.5h7L9 8.4v2.6L7 9.9V8.4z',
  'filter-box': 'M2.5 2.5h2M7 2.5h2M11.5 2.5h2v2M13.5 7v2M13.5 11.5v2h-2M9 13.5H7M4.5 13.5h-2v-2M2.5 9V7M2.5 4.5v-2',
} as const;

/** The drawing on a button; the button's label says what it means. */
export function Icon({ name }: { readonly name: keyof typeof STROKES }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
      <path d={STROKES[name]} />
    </svg>
  );
}
