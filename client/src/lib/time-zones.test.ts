import { timeZoneChoices, timeZoneGroups } from './time-zones';

describe('time zones to choose from', () => {
  it('hold UTC, which browsers leave out of their list', () => {
    expect(timeZoneChoices('Europe/Berlin')).toContain('UTC');
  });

  it('hold the zone of the browser under the name it gives', () => {
    expect(timeZoneChoices('Asia/Calcutta')).toContain('Asia/Calcutta');
  });

  it('name each zone once', () => {
    const choices = timeZoneChoices('Europe/Berlin');
    expect(new Set(choices).size).toBe(choices.length);
  });
});

describe('time zones by part of the world', () => {
  it('are named after their city, so that its first letters find it', () => {
    expect(
      timeZoneGroups(['America/Argentina/Buenos_Aires', 'America/New_York', 'Europe/Berlin', 'UTC']),
    ).toEqual([
      { group: 'Without a city', items: [{ value: 'UTC', label: 'UTC' }] },
      {
        group: 'America',
        items: [
          { value: 'America/Argentina/Buenos_Aires', label: 'Buenos Aires (Argentina)' },
          { value: 'America/New_York', label: 'New York' },
        ],
      },
      { group: 'Europe', items: [{ value: 'Europe/Berlin', label: 'Berlin' }] },
    ]);
  });

  it('leave none out', () => {
    const choices = timeZoneChoices('Europe/Berlin');
    const values = timeZoneGroups(choices).flatMap(({ items }) => items.map(({ value }) => value));
    expect(values.sort()).toEqual([...choices].sort());
  });
});
