import { describe, expect, it } from 'vitest';
import { addressOf } from '#web/url/address.ts';
import { backOf, stepOf, withoutPresentation } from '#web/url/presentation.ts';

const step = { pathname: '/present/2026Q4/4', search: '?asOf=2026-11-21&back=%2Fteams%2Fpayments' };

describe('an address inside a presentation', () => {
  it('carries the step from link to link, and where the presenter came from', () => {
    const team = addressOf({ page: 'team', team: 'a' }, step);
    expect(stepOf(new URL(team, 'http://localhost').searchParams)).toEqual({ quarter: '2026Q4', step: '4' });
    const url = new URL(team, 'http://localhost');
    const risk = new URL(addressOf({ page: 'risk', risk: 'R-1', under: { page: 'team', team: 'a' } }, url), 'http://localhost').searchParams;
    expect(stepOf(risk)).toEqual({ quarter: '2026Q4', step: '4' });
    expect(backOf(risk)).toBe('/teams/payments');
    expect(withoutPresentation(risk).toString()).toBe('asOf=2026-11-21');
  });

  it('goes back to an address of this app only', () => {
    for (const back of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)', '']) {
      expect(backOf(new URLSearchParams({ back }))).toBeUndefined();
    }
    expect(backOf(new URLSearchParams({ back: '/teams/a?asOf=2026-11-21' }))).toBe('/teams/a?asOf=2026-11-21');
  });

  it('says nothing of a presentation outside one', () => {
    expect(addressOf({ page: 'knew' }, { pathname: '/', search: '?asOf=2026-11-21' })).toBe('/knew?asOf=2026-11-21');
    for (const present of ['', '2026Q4', '/3', '2026Q4/3/x']) expect(stepOf(new URLSearchParams({ present }))).toBeUndefined();
  });
});
