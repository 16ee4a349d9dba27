import { describe, expect, it } from 'vitest';
import { DateColumn, type DateOrder } from '#importers/csv/date-column.ts';

function column(cells: readonly string[], declared?: DateOrder): DateColumn {
  const dates = new DateColumn('Raised', declared);
  for (const cell of cells) dates.look(cell);
  return dates;
}

describe('a column of dates', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T10:22:00Z', '2026-03-04T10:22:00Z'],
    ['2026-03-04 10:22:00', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['4 Mar 2026', '2026-03-04'],
    ['4-March-2026', '2026-03-04'],
    ['Mar 4, 2026', '2026-03-04'],
    ['4th September 2026', '2026-09-04'],
    ['29.02.2028', '2028-02-29'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['05/05/2026', '2026-05-05'],
  ])('reads %s as it stands', (cell, when) => {
    expect(column([cell]).read(cell)).toEqual({ type: 'date', when });
  });

  it('does not guess 03/04/2026', () => {
    expect(column(['03/04/2026', '01/02/2026']).read('03/04/2026')).toMatchObject({ type: 'fault', code: 'date-ambiguous' });
  });

  it('reads 03/04/2026 by the rest of its column', () => {
    expect(column(['03/04/2026', '28/02/2026']).read('03/04/2026')).toEqual({ type: 'date', when: '2026-04-03' });
    expect(column(['03/04/2026', '02/28/2026']).read('03/04/2026')).toEqual({ type: 'date', when: '2026-03-04' });
  });

  it('reads 03/04/2026 by the order that was declared', () => {
    expect(column([], 'DD/MM/YYYY').read('03/04/2026')).toEqual({ type: 'date', when: '2026-04-03' });
    expect(column([], 'MM/DD/YYYY').read('03/04/2026')).toEqual({ type: 'date', when: '2026-03-04' });
  });

  it('does not guess where the column speaks for both orders, and still reads what is sure', () => {
    const dates = column(['28/02/2026', '02/28/2026', '03/04/2026']);
    expect(dates.read('03/04/2026')).toMatchObject({ code: 'date-ambiguous' });
    expect(dates.read('28/02/2026')).toEqual({ type: 'date', when: '2026-02-28' });
  });

  it.each(['45000', '03/04/26', '2026-02-30', '31/02/2026', '2026-03', 'next week', '2026-03-04 to 2026-05-01', '4 Foo 2026'])(
    'does not read %s', (cell) => {
      expect(column([cell]).read(cell)).toMatchObject({ type: 'fault', code: 'date-format' });
    },
  );

  it.each(['', ' ', '-', 'n/a', 'TBD'])('takes %j as saying nothing', (cell) => {
    expect(column([]).read(cell)).toEqual({ type: 'blank' });
  });
});
