/** Whether a press belongs to a button lying on the element. */
export const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('button, a, input, [role="slider"]') !== null;
