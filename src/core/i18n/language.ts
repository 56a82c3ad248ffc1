/** Languages that there is a catalogue in, as IETF tags. */
export type Language = 'en';
