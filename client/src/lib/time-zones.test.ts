import { timeZoneChoices } from './time-zones';

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
