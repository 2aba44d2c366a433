import * as fc from 'fast-check';
import { EpochMs } from '../../types/time';
import { anEvent, eventNow } from '../testing/events';
import type { CalendarEntry } from './calendar-text';
import { calendarText, fileNameFor } from './calendar-text';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const twoSessions = [
  { startsAt: at('2026-11-28T07:30:00'), endsAt: at('2026-11-28T08:30:00') },
  { startsAt: at('2026-11-29T23:00:00'), endsAt: at('2026-11-30T01:00:00') },
];

/** Lines as a calendar reads them: folded ones joined, each split at its first colon. */
const linesOf = (text: string): readonly (readonly [name: string, value: string])[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);

const valuesOf = (text: string, wanted: string): string[] =>
  linesOf(text).flatMap(([name, value]) => (name === wanted ? [value] : []));

/** Text as RFC 5545 3.3.11 escapes it, read back. */
const read = (escaped: string): string =>
  escaped.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));

const textOf = (more: Partial<CalendarEntry>): string => calendarText({ ...anEvent('中医养生课'), ...more }, eventNow);

describe('the calendar file of an event', () => {
  it('has one entry a session, in Shanghai’s hours wherever the function runs', () => {
    const text = textOf({ sessions: twoSessions });
    expect(valuesOf(text, 'DTSTART;TZID=Asia/Shanghai')).toEqual(['20261128T073000', '20261129T230000']);
    expect(valuesOf(text, 'DTEND;TZID=Asia/Shanghai')).toEqual(['20261128T083000', '20261130T010000']);
    expect(valuesOf(text, 'TZOFFSETTO')).toEqual(['+0800']);
  });

  it('says when it was made in UTC', () => {
    expect(new Set(valuesOf(textOf({ sessions: twoSessions }), 'DTSTAMP'))).toEqual(new Set(['20261123T020000Z']));
  });

  it('keeps the ids and raises the sequence when the times change, so that a phone moves its entries', () => {
    const before = textOf({ sessions: twoSessions });
    const later = twoSessions.map(({ startsAt, endsAt }) => ({
      startsAt: EpochMs.parse(startsAt + 60_000),
      endsAt: EpochMs.parse(endsAt + 60_000),
    }));
    const after = textOf({ sessions: later, revision: 2 });
    expect(new Set(valuesOf(before, 'UID')).size).toBe(2);
    expect(valuesOf(after, 'UID')).toEqual(valuesOf(before, 'UID'));
    expect([valuesOf(before, 'SEQUENCE'), valuesOf(after, 'SEQUENCE')]).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  it('says that an event was called off, and why', () => {
    const text = textOf({ state: 'cancelled', cancelled: { at: eventNow, reason: '台风蓝色预警' } });
    expect(valuesOf(text, 'STATUS')).toEqual(['CANCELLED']);
    expect(valuesOf(text, 'DESCRIPTION')[0]).toContain('台风蓝色预警');
    expect(valuesOf(textOf({}), 'STATUS')).toEqual(['CONFIRMED']);
  });

  it('says where: station, room and address', () => {
    expect(valuesOf(textOf({ zoneName: '图书角' }), 'LOCATION')).toEqual(['beicai-1驿站 图书角 沪南路1000号']);
  });

  it('takes a title that looks like lines of a calendar for a title', () => {
    const hostile = '课\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:EMAIL;,\\';
    const text = textOf({ title: hostile });
    expect(linesOf(text).filter(([name]) => name === 'BEGIN')).toEqual([
      ['BEGIN', 'VCALENDAR'],
      ['BEGIN', 'VTIMEZONE'],
      ['BEGIN', 'STANDARD'],
      ['BEGIN', 'VEVENT'],
    ]);
    expect(valuesOf(text, 'ACTION')).toEqual([]);
  });

  it('reads back as it was written, in lines of at most 75 bytes, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('驿', '站', '😀', ';', ',', '\\', ':', '\n', '\r', 'n', '"', ' '),
        maxLength: 300,
      }),
    );
    fc.assert(
      fc.property(words, words, (title, more) => {
        const text = textOf({ title, text: more, sessions: twoSessions });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{C}/u);
        expect(valuesOf(text, 'BEGIN').filter((value) => value === 'VEVENT')).toHaveLength(2);
        const shown = title.replaceAll(/[^\P{C}\n]/gu, ' ');
        expect(valuesOf(text, 'SUMMARY').map(read)).toEqual([shown, shown]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the name of the file', () => {
  it('is the title, without what a disk does not take', () => {
    expect(fileNameFor('法律/咨询: "第2场"')).toBe('法律 咨询 第2场.ics');
    expect(fileNameFor('../..\\autoexec.bat')).toBe('autoexec bat.ics');
    expect(fileNameFor('???')).toBe('活动.ics');
  });
});
