import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readinessStates } from '#core/picture/readiness.ts';
import { missingLists } from '#web/pages/record-coverage/missing.ts';
import { CoveragePage } from '#web/pages/record-coverage/CoveragePage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { frozenAddress } from '#web/ui/CopyLink.tsx';
import { chosenDate } from '#web/ui/DatesTool.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { ReadinessText, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { FilteredOut } from '#web/ui/states.tsx';

afterEach(cleanup);

describe('the owner glyph', () => {
  it('draws six different pictures, hidden from assistive technology, with six different texts beside them', () => {
    const drawn = readinessStates.map((readiness) => {
      const { container } = render(<ReadinessText readiness={readiness} />);
      const svg = container.querySelector('svg');
      expect(svg?.getAttribute('aria-hidden')).toBe('true');
      expect(container.textContent).toBe(readinessWords[readiness]);
      return svg?.innerHTML;
    });
    expect(new Set(drawn).size).toBe(6);
    expect(new Set(Object.values(readinessWords)).size).toBe(6);
  });
});

describe('money', () => {
  it('is short to the eye and whole words to the ear', () => {
    const { container } = renderAt(<MoneyText amount={1_234_567} />, '/', smallPicture());
    expect(container.querySelector('[aria-hidden="true"]')?.textContent).toBe('$1.2M');
    expect(container.querySelector('.visually-hidden')?.textContent).toBe('1.2 million dollars');
  });
});

describe('a copied link', () => {
  it('carries both dates of the view, chosen or not, beside its filters', () => {
    const picture = { asOf: '2026-11-21', against: '2026-09-30' };
    expect(frozenAddress('http://x', '/ownership', '?cell=nobody-named', picture)).toBe('http://x/ownership?cell=nobody-named&asOf=2026-11-21&against=2026-09-30');
    expect(frozenAddress('http://x', '/', '?asOf=2026-11-21', picture)).toBe('http://x/?asOf=2026-11-21&against=2026-09-30');
  });
});

describe(chosenDate, () => {
  it('writes a date only where it was chosen', () => {
    expect(chosenDate('2026-06-30', undefined, '2026-11-21')).toBe('2026-06-30');
    expect(chosenDate('2026-11-21', undefined, '2026-11-21')).toBeUndefined();
    expect(chosenDate('2026-11-21', '2026-11-21', '2026-11-21')).toBe('2026-11-21');
    expect(chosenDate('', '2026-06-30', '2026-11-21')).toBeUndefined();
    expect(chosenDate('2026-02-30', undefined, '2026-11-21')).toBeUndefined();
  });
});

describe('filters that leave nothing', () => {
  it('say how many there are and lead back to all of them', () => {
    renderAt(<FilteredOut total={23} noun="open risks" clear={{ page: 'ownership' }} />, '/ownership?cell=nobody-named&asOf=2026-06-30', smallPicture());
    expect(screen.getByText('None of the 23 open risks match the filters.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Clear filters' }).getAttribute('href')).toBe('/ownership?asOf=2026-06-30');
  });
});

describe('what the record does not hold', () => {
  it('names as many as each share is short of, or says that it cannot', () => {
    for (const list of missingLists(companyPicture(50, 3))) {
      if (list.missing !== null) expect(list.missing).toHaveLength(list.share.total - list.share.with);
    }
    const picture = smallPicture();
    const byKey = new Map(missingLists(picture).map((list) => [list.key, list.missing?.map((item) => item.id) ?? null]));
    expect(byKey.get('servicesWithTeam')).toEqual(['orphan']);
    expect(byKey.get('risksWithRange')).toEqual(['R-5']);
    expect(byKey.get('teamsWithLead')).toEqual(['tokens']);
  });

  it('is listed by name, each with a way to its page', () => {
    renderAt(<CoveragePage />, '/coverage', smallPicture());
    expect(screen.getByText('3 of 4 services have an owning team')).toBeDefined();
    expect(screen.getAllByRole('link', { name: 'Nobody runs the orphan' })[0]?.getAttribute('href')).toBe('/risks/R-5');
    expect(screen.getByRole('link', { name: 'Tokens' }).getAttribute('href')).toBe('/teams/tokens');
  });
});
