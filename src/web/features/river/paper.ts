/** Width in CSS pixels inside a card on A4: the sheet less its margins and the padding of the card. */
export const PAPER = 640;
