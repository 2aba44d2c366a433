import * as fc from 'fast-check';
import * as z from 'zod/mini';
import type { ActionDefinition } from './contract';
import { commonRefusals, contract, roles } from './contract';
import type { ActionName, AnswerFor, InputFor, RefusalFor } from './contracts';
import { contracts } from './contracts';
import { VolunteerNo } from './ids';
import { problemCodes } from './result';

const actions: readonly (readonly [string, ActionDefinition])[] = Object.entries(contracts).flatMap(
  ([domain, definitions]) =>
    Object.entries(definitions).map(
      ([name, definition]) => [`${domain}.${name}`, definition as ActionDefinition] as const,
    ),
);

/** Every object schema inside a schema, with the way to it. */
function objectsIn(schema: unknown, path: string): [string, Record<string, unknown>][] {
  const { def } = (schema as { _zod: { def: Record<string, unknown> } })._zod;
  const shape = def['type'] === 'object' ? (def['shape'] as Record<string, unknown>) : {};
  const inner = [
    ...['innerType', 'element', 'in', 'out'].map((part) => [part, def[part]] as const),
    ...((def['options'] as unknown[] | undefined) ?? []).map((option, place) => [String(place), option] as const),
    ...Object.entries(shape),
  ].filter(([, part]) => typeof part === 'object' && part !== null && '_zod' in part);
  return [
    ...(def['type'] === 'object' ? [[path, def] as [string, Record<string, unknown>]] : []),
    ...inner.flatMap(([part, child]) => objectsIn(child, `${path}.${part}`)),
  ];
}

describe.each(actions)('the contract of %s', (name, definition) => {
  it('has a name that says an act', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
  });

  it('names each refusal once, by a fact, and none that every action has anyway', () => {
    expect(new Set(definition.refusals).size).toBe(definition.refusals.length);
    for (const refusal of definition.refusals) {
      expect(refusal).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(commonRefusals).not.toContain(refusal);
    }
  });

  it('says how often it may ask the database', () => {
    expect(Number.isInteger(definition.roundTrips)).toBe(true);
    expect(definition.roundTrips).toBeGreaterThan(0);
  });

  it('says who may call, and staff by roles that exist', () => {
    const { caller } = definition;
    if (typeof caller === 'string') expect(['anyone', 'person', 'timer']).toContain(caller);
    else for (const role of caller.staff) expect(roles).toContain(role);
  });

  it('answers anything that is sent without breaking, and names mistakes without repeating what was sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.anything()), (sent) => {
        expect(typeof definition.input.safeParse(sent).success).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });

  it('lets through no field that is not declared, in or out, however deep', () => {
    for (const schema of [definition.input, definition.output])
      for (const [path, def] of objectsIn(schema, name)) expect([path, def['catchall']]).toEqual([path, undefined]);
  });

  it('takes an object, and drops what it does not know', () => {
    for (const sent of [null, undefined, [], 'text', 7]) expect(definition.input.safeParse(sent).success).toBe(false);
    const read = definition.input.safeParse(
      JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1,"personId":"p0000000000000000000000","openid":"x"}'),
    );
    if (read.success) expect(read.data).toEqual({});
  });
});

describe('what leaves', () => {
  it('is only what the contract declares', () => {
    const { output } = contracts.member.readMobile;
    expect(output.parse({ maskedMobile: '138****5678', mobile: '13812345678' })).toEqual({
      maskedMobile: '138****5678',
    });
    expect(
      contracts.member.verifyCard.output.parse({
        valid: true,
        state: 'active',
        maskedName: '王*',
        unionName: '北蔡镇总工会',
        checkedAt: 1,
        name: '王明',
        cardNumber: '202612345678',
      }),
    ).toEqual({ valid: true, state: 'active', maskedName: '王*', unionName: '北蔡镇总工会', checkedAt: 1 });
  });

  it('holds no full number but where a purpose was named or the person asks for a copy', () => {
    const withFull = actions
      .filter(([, { output }]) =>
        objectsIn(output, '').some(([, def]) =>
          Object.entries(def['shape'] as object).some(
            // A volunteer's number was drawn for being shown.
            ([field, schema]) => ['number', 'mobile', 'document', 'json'].includes(field) && schema !== VolunteerNo,
          ),
        ),
      )
      .map(([name]) => name);
    // A certificate has a number of its own, and the last four signs of a document.
    const withCertificates = ['listOwnHours', 'askCertificate', 'verifyCertificate', 'issueCertificate'];
    expect(withFull).toEqual([
      'member.revealNumbers',
      'member.copyOwnData',
      'event.copyOwn',
      ...[...withCertificates, 'revokeCertificate', 'showBook', 'listWaiting'].map((name) => `duty.${name}`),
      // The copy of one's own, and numbers that are worn on the chest.
      'matchmaking.copyOwn',
      'matchmaking.showMixer',
      'matchmaking.takeBadge',
    ]);
  });

  it('is told to nobody who is not signed in, but for what hangs in every station and on every notice board', () => {
    expect(actions.filter(([, { caller }]) => caller === 'anyone').map(([name]) => name)).toEqual([
      'member.listAreas',
      'member.searchUnions',
      'station.checkIn',
      'station.figures',
      'station.listFigure',
      'station.listArticles',
      'station.showArticle',
      'station.lookAround',
      'station.search',
      'station.listStreets',
      'station.show',
      'event.showDraw',
      'event.browse',
      'event.show',
      'event.showSeries',
      'event.showProgramme',
      'event.calendarFile',
      'duty.showSittings',
      'duty.verifyCertificate',
      'duty.listThanks',
      'matchmaking.listStudios',
    ]);
  });

  it('is decided by staff alone where somebody else’s data is touched', () => {
    const byStaff = actions.filter(([, { caller }]) => typeof caller === 'object').map(([name]) => name);
    for (const act of ['showApplication', 'revealNumbers', 'approve', 'approveMany', 'sendBack', 'reject'])
      expect(byStaff).toContain(`member.${act}`);
    for (const act of ['listRegistrants', 'reveal', 'message', 'fetchExport', 'seriesAttendance', 'decideExcuse'])
      expect(byStaff).toContain(`event.${act}`);
    for (const act of ['confirmTransfer', 'declineTransfer', 'findMember', 'suspend', 'restore', 'retain'])
      expect(byStaff).toContain(`member.${act}`);
  });
});

describe('the types of the contracts', () => {
  it('let no action be without somebody who may call it', () => {
    const input = z.object({});
    // @ts-expect-error there is no default caller
    contract({ act: { input, output: input, refusals: [], roundTrips: 1 } });
    // @ts-expect-error staff means at least one role
    contract({ act: { caller: { staff: [] }, input, output: input, refusals: [], roundTrips: 1 } });
    // @ts-expect-error a role is one of ours
    contract({ act: { caller: { staff: ['king'] }, input, output: input, refusals: [], roundTrips: 1 } });
    expect(contract({ act: { caller: 'anyone', input, output: input, refusals: [], roundTrips: 1 } })).toBeDefined();
  });

  it('let no refusal be without a sentence', () => {
    type Sentences = Record<RefusalFor<'member.apply'>, string>;
    const sentences: Sentences = {
      'sign-in-needed': '',
      'not-allowed': '',
      'input-invalid': '',
      busy: '',
      'action-unknown': '',
      'consent-needed': '',
      'application-incomplete': '',
      'application-text-changed': '',
      'already-decided': '',
      'already-member': '',
      'id-card-in-use': '',
      'changed-meanwhile': '',
    };
    const rest: Omit<Sentences, 'id-card-in-use'> = sentences;
    // @ts-expect-error a sentence is missing
    const incomplete: Sentences = rest;
    // @ts-expect-error a sentence for a refusal that apply never gives
    const foreign: Sentences = { ...sentences, 'same-union': '' };
    expect([incomplete, foreign]).toHaveLength(2);
  });

  it('let nobody ask for an action that is not there, or send what it does not take', () => {
    // @ts-expect-error no such action
    const none: ActionName = 'member.makeMeAdministrator';
    // @ts-expect-error signing means agreeing
    const unsigned: InputFor<'member.apply'> = { version: '2023-charter', agreed: false };
    // @ts-expect-error a plain text is no case id: ids come from a parser
    const plain: InputFor<'member.showApplication'> = { caseId: 'enrolment:p:1' };
    expect([none, unsigned, plain]).toHaveLength(3);
  });

  it('make one look at the answer before one reads it', () => {
    const answer = { ok: false, refusal: 'not-a-member' } as AnswerFor<'member.showMembership'>;
    // @ts-expect-error a refusal has no value
    expect(answer.value).toBeUndefined();
    expect(answer.ok).toBe(false);
  });
});

describe('the ways a field can be wrong', () => {
  it('are each named once', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
  });
});
