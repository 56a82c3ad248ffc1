/** Astronomical year before which thousands of years are counted back from the present: 40 ka, not 38,000 BCE. */
export const LONG_AGO = -20_000;

/** The year they are counted back from, as in ice-core chronologies (b2k: before 2000 CE; Rasmussen et al. 2006, doi:10.1029/2005JD006079). */
export const PRESENT = 2000;
