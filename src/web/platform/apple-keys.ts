/** Whether the machine's keyboard has ⌘ where others have Ctrl. */
export const hasAppleKeys = ({ platform }: Pick<Navigator, 'platform'>): boolean => /Mac|iPad|iPhone/.test(platform);
