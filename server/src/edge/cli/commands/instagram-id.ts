/** Whether a text is an Instagram id as Meta's callbacks carry it. Ids are text: as a number one would become another's. */
export const isInstagramId = (text: string): boolean => /^[1-9][0-9]{0,19}$/.test(text);
