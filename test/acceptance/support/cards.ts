import type { Page } from 'playwright-core';

/** Point 12: cards that show figures and lack a sentence, a line of measure, scope and period, or a link that leads on; any card without a heading. */
export function poorCards(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main section.card')].flatMap((card) => {
    const heading = card.querySelector('h2')?.textContent.trim() ?? '';
    const showsFigures = card.querySelector('figure, .money, a.number, td.numeric') !== null;
    const wants = [
      heading === '' || (showsFigures && !/\S\s+\S/.test(heading)) ? 'a sentence' : '',
      showsFigures && ![...card.querySelectorAll('.sub')].some((line) => line.textContent.trim().length >= 8) ? 'a subtitle' : '',
      showsFigures && card.querySelector('a[href]') === null ? 'a link' : '',
    ].filter((want) => want !== '');
    return wants.length === 0 ? [] : [`${heading}: wants ${wants.join(', ')}`];
  }));
}

/** Point 13: rows that name a risk, a finding or a decision and neither the person who owns it nor the mark of nobody named. */
export function ownerless(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main tbody tr, main li')].flatMap((row) => {
    const link = row.querySelector<HTMLAnchorElement>('a[href*="/risks/"], a[href*="/findings/"], a[href*="/decisions/"]');
    if (link === null || row.closest('.data-table, .chart-rows, nav, .search-hit') !== null || row.querySelector('li, tr') !== null) return [];
    const isNamed = row.querySelector('a[href*="/people/"], .owner-glyph, .person-id') !== null;
    return isNamed ? [] : [`${link.getAttribute('href')}: ${row.textContent.trim().slice(0, 100)}`];
  }));
}
