import { describe, expect, it } from 'vitest';
import { memorySource } from '#importers/reading/memory-source.ts';
import { guessMapping, isRegisterHeader, readRegisterColumns } from '#importers/register/register-columns.ts';
import { registerFields } from '#importers/register/register-fields.ts';

describe('the columns of a risk register', () => {
  it('are known by words that no two fields share', () => {
    const words = registerFields.flatMap((field) => field.words);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it.each([
    [['Risk ID', 'Risk Title', 'Application', 'Risk Owner', 'Date Raised', 'Due', 'Next review date'], ['id', 'title', 'services', 'owner', 'openedAt', 'dueAt', 'reviewAt']],
    [['Ref', 'Statement', 'Asset', 'Accountable', 'Identified', 'Low loss', 'High loss'], ['id', 'title', 'services', 'owner', 'openedAt', 'low', 'high']],
    [['#', 'Description', 'Component', 'Owner', 'Opened', 'Frequency', 'Probability 12 months'], ['id', 'description', 'services', 'owner', 'openedAt', 'rate', 'probability']],
    [['Key', 'Risk', 'CVEs', 'Deadline class', 'Status', 'Category', 'Decision needed by'], ['id', 'title', 'findings', 'urgency', 'status', 'category', 'decisionNeededBy']],
    [['ID', 'Name', 'Decision', 'Decided by', 'Decided on', 'Accepted until', 'Justification'], ['id', 'title', 'decision', 'decidedBy', 'decidedAt', 'acceptedUntil', 'rationale']],
  ])('are guessed from %j', (header, expected) => {
    const { mapping } = guessMapping(header);
    expect(header.map((name) => mapping[name])).toEqual(expected);
  });

  it('are money or a probability where a rating states a unit', () => {
    expect(guessMapping(['ID', 'Title', 'Impact (USD)', 'Likelihood (%)', 'Severity']).mapping).toEqual({
      ID: 'id', Title: 'title', 'Impact (USD)': 'loss', 'Likelihood (%)': 'probability', Severity: 'rating',
    });
    expect(guessMapping(['ID', 'Title', 'Impact (USD)', 'Low loss', 'High loss']).mapping['Impact (USD)']).toBe('rating');
  });

  it('leave a description out where a title says what the risk is', () => {
    expect(guessMapping(['ID', 'Title', 'Description'])).toMatchObject({ mapping: { ID: 'id', Title: 'title' }, unread: ['Description'] });
  });

  it('can be shown with the header line they are saved under, before anything is imported', async () => {
    const columns = await readRegisterColumns(memorySource('r.csv', 'ID;Risk;Boss\n1;"open quote'), { Boss: 'owner' });
    expect(columns).toMatchObject({ headerText: 'ID;Risk;Boss', header: ['ID', 'Risk', 'Boss'], unread: [] });
    expect(columns.mapping).toEqual({ ID: 'id', Risk: 'title', Boss: 'owner' });
  });

  it.each([
    ['ids and titles with an owner', ['id', 'title', 'owner'], true],
    ['a column that names the risk', ['Risk', 'Notes'], true],
    ['a list of assets', ['name', 'description', 'domain', 'type'], false],
    ['a list of controls', ['ref_id', 'name', 'status', 'priority', 'expiry_date'], false],
    ['a list of people', ['name', 'email', 'owner since'], false],
  ])('tell %s', (_name, header, expected) => {
    expect(isRegisterHeader(header)).toBe(expected);
  });
});
