/**
 * The twenty roots of CAMEO event codes and the four classes they fall into, by their codes, in the words of the codebook: "CAMEO Conflict
 * and Mediation Event Observations Event and Actor Codebook", http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf. They are
 * names of the standard.
 */
export const CAMEO_ROOTS: ReadonlyMap<string, string> = new Map([
  ['01', 'Make public statement'],
  ['02', 'Appeal'],
  ['03', 'Express intent to cooperate'],
  ['04', 'Consult'],
  ['05', 'Engage in diplomatic cooperation'],
  ['06', 'Engage in material cooperation'],
  ['07', 'Provide aid'],
  ['08', 'Yield'],
  ['09', 'Investigate'],
  ['10', 'Demand'],
  ['11', 'Disapprove'],
  ['12', 'Reject'],
  ['13', 'Threaten'],
  ['14', 'Protest'],
  ['15', 'Exhibit force posture'],
  ['16', 'Reduce relations'],
  ['17', 'Coerce'],
  ['18', 'Assault'],
  ['19', 'Fight'],
  ['20', 'Use unconventional mass violence'],
]);

export const CAMEO_CLASSES: ReadonlyMap<string, string> = new Map([
  ['1', 'Verbal cooperation'],
  ['2', 'Material cooperation'],
  ['3', 'Verbal conflict'],
  ['4', 'Material conflict'],
]);
