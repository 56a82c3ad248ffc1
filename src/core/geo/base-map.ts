import type { Bounds } from './coordinates.ts';

/** A box in unit Mercator (0 to 1 both ways, y southwards). */
export interface UnitBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A ring or a line in unit Mercator. */
export interface MapLine {
  /** x0, y0, x1, y1 … */
  readonly points: Float64Array;
  /** By vertex: how far (unit Mercator) the line would move without it; a vertex below a picture's tolerance is left out. */
  readonly weights: Float32Array;
  readonly box: UnitBox;
}

/** A country, or a territory that the source draws on its own. */
export interface BaseCountry {
  /** The source's code: ISO 3166-1 alpha-3 but for a few disputed territories. */
  readonly a3: string;
  readonly name: string;
  /** All rings of all its polygons, to be filled by the even-odd rule. */
  readonly rings: readonly MapLine[];
  /** Bounds of its main part, without far islands and overseas lands. */
  readonly main: Bounds;
}

/** A name in the languages of the base map; English always. */
export interface LabelNames {
  readonly en: string;
  readonly fa?: string;
  readonly ar?: string;
  readonly tr?: string;
}

/** A name to set on the map at a position in unit Mercator, from one zoom to another. In order of importance within its kind. */
export interface BaseLabel {
  readonly kind: 'country' | 'town' | 'water';
  readonly names: LabelNames;
  readonly x: number;
  readonly y: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Code of the country that is named, or that the town lies in. */
  readonly a3: string | undefined;
  /** A capital, or an ocean. */
  readonly major: boolean;
}

/** The world to draw events on: shapes ready to be scaled, names ready to be set. */
export interface BaseMap {
  readonly countries: readonly BaseCountry[];
  /** By ISO 3166-1 alpha-3 and by the source's own code. */
  readonly countryOf: ReadonlyMap<string, BaseCountry>;
  /** Lines between two countries, each once. */
  readonly borders: readonly MapLine[];
  readonly coasts: readonly MapLine[];
  readonly lakes: readonly (readonly MapLine[])[];
  readonly rivers: readonly BaseRiver[];
  /** Lines that a state claims against the border as drawn, and lines of control. */
  readonly disputed: readonly BaseDispute[];
  readonly labels: readonly BaseLabel[];
}

/** A river; `rank` 0 is the greatest. */
export interface BaseRiver {
  readonly rank: number;
  readonly lines: readonly MapLine[];
}

/** A disputed line, drawn from a zoom on. */
export interface BaseDispute {
  readonly minZoom: number;
  readonly lines: readonly MapLine[];
}
