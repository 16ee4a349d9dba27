import { textWidth } from '#web/charts/text-fit.ts';
import { moneyShort } from '#web/ui/money-words.ts';

/** How many rows and columns of the table there is room for. */
export interface TableRoom {
  rows: number;
  columns: number;
}

/** One column less where a language or a currency writes amounts long. */
export function roomFor(room: TableRoom, currency: string): TableRoom {
  const isLong = textWidth(moneyShort(8_800_000, currency), 13) > 52;
  return isLong ? { ...room, columns: room.columns - 1 } : room;
}
