import type { EnrolmentDraft, EnrolmentFormView } from '@contract/enrolment';
import { ShortText } from '@contract/enrolment';
import { IdentityDocument } from '@contract/identity-document';
import type { UnionId } from '@contract/ids';
import type { Occupation, WorkRelation } from '@contract/occupation';
import { MobileNumber, PersonName } from '@contract/person';
import { SocialCreditCode } from '@contract/social-credit-code';
import type * as z from 'zod/mini';

export type DocumentKind = NonNullable<EnrolmentFormView['documentKind']>;

/** What was changed since the server last took it in, as it was typed. A field that is not here stands as saved. */
export type Typing = {
  readonly occupation?: Occupation | undefined;
  readonly workRelation?: WorkRelation | null | undefined;
  readonly employerName?: string | undefined;
  readonly employerCode?: string | undefined;
  readonly workAreaId?: UnionId | undefined;
  readonly homeAreaId?: UnionId | null | undefined;
  readonly name?: string | undefined;
  readonly mobile?: string | undefined;
  readonly documentKind?: DocumentKind | undefined;
  readonly documentNumber?: string | undefined;
};
export type TypedField = keyof Typing;

/** The fields of a step, the needed ones first. */
export const fieldsOf = {
  work: ['occupation', 'workAreaId', 'employerName', 'employerCode', 'workRelation', 'homeAreaId'],
  identity: ['name', 'mobile', 'documentKind', 'documentNumber'],
} as const satisfies Record<string, readonly TypedField[]>;

const needed: readonly TypedField[] = ['occupation', 'workAreaId', 'name', 'mobile', 'documentNumber'];

/** Where a field's problem is found in an answer of the server. */
export const pathOf = (field: TypedField): string =>
  field === 'documentNumber' ? 'document.number' : field === 'documentKind' ? 'document.kind' : field;

const isBlank = (text: string): boolean => text.trim() === '';

export const kindShown = (form: EnrolmentFormView, typing: Typing): DocumentKind =>
  typing.documentKind ?? form.documentKind ?? 'id-card';

/** The schema and the value as the server will read them; null for a blank field, which says nothing yet. */
function readable(
  field: TypedField,
  typing: Typing,
  form: EnrolmentFormView,
): { readonly schema: z.ZodMiniType; readonly value: unknown } | null {
  const text = typing[field];
  if (typeof text !== 'string' || isBlank(text)) return null;
  switch (field) {
    case 'employerName':
      return { schema: ShortText, value: text };
    case 'employerCode':
      return { schema: SocialCreditCode, value: text };
    case 'name':
      return { schema: PersonName, value: text };
    case 'mobile':
      return { schema: MobileNumber, value: text };
    case 'documentNumber':
      return { schema: IdentityDocument, value: { kind: kindShown(form, typing), number: text } };
    default:
      return null;
  }
}

/** Each field is asked with the schema of the server. `problem` puts it into words. */
export function wrongFields(
  fields: readonly TypedField[],
  { typing, form }: { readonly typing: Typing; readonly form: EnrolmentFormView },
  problem: (schema: z.ZodMiniType, value: unknown) => string | undefined,
): Partial<Record<TypedField, string>> {
  const found = fields.flatMap((field) => {
    const read = readable(field, typing, form);
    const text = read === null ? undefined : problem(read.schema, read.value);
    return text === undefined ? [] : [[field, text] as const];
  });
  return Object.fromEntries(found);
}

/** The needed fields of a step in which nothing stands: neither typed nor saved. */
export function emptyFields(fields: readonly TypedField[], typing: Typing, form: EnrolmentFormView): TypedField[] {
  const saved = { ...form, mobile: form.maskedMobile, documentNumber: form.maskedNumber };
  return fields.filter((field) => {
    if (!needed.includes(field)) return false;
    const typed = typing[field];
    return typed === undefined ? saved[field] === null : typed === null || isBlank(typed);
  });
}

/** The part of what was typed that the server can take in now, and which fields that were. */
export function sendable(
  typing: Typing,
  form: EnrolmentFormView,
): { readonly draft: EnrolmentDraft; readonly fields: readonly TypedField[] } {
  const { occupation, workRelation, workAreaId, homeAreaId } = typing;
  const name = PersonName.safeParse(typing.name);
  const mobile = MobileNumber.safeParse(typing.mobile);
  const employerName = optionalText(ShortText, typing.employerName);
  const employerCode = optionalText(SocialCreditCode, typing.employerCode);
  const document = IdentityDocument.safeParse({ kind: kindShown(form, typing), number: typing.documentNumber });
  const draft: EnrolmentDraft = {
    ...(occupation === undefined ? {} : { occupation }),
    ...(workRelation === undefined ? {} : { workRelation }),
    ...(workAreaId === undefined ? {} : { workAreaId }),
    ...(homeAreaId === undefined ? {} : { homeAreaId }),
    ...(employerName === undefined ? {} : { employerName }),
    ...(employerCode === undefined ? {} : { employerCode }),
    ...(name.success ? { name: name.data } : {}),
    ...(mobile.success ? { mobile: mobile.data } : {}),
    ...(document.success ? { document: document.data } : {}),
  };
  const fields = (Object.keys(draft) as (keyof EnrolmentDraft)[]).flatMap((field): TypedField[] =>
    field === 'document' ? ['documentKind', 'documentNumber'] : [field],
  );
  return { draft, fields };
}

/** An optional text that was emptied is cleared: null. */
function optionalText(schema: z.ZodMiniType<string>, text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const read = schema.safeParse(text);
  return read.success ? read.data : undefined;
}

/** What is left to send once `sent` was taken in; what was typed meanwhile stays. */
export function afterSaving(now: Typing, sent: Typing, fields: readonly TypedField[]): Typing {
  const settled = fields.filter((field) => now[field] === sent[field]);
  return { ...now, ...Object.fromEntries(settled.map((field) => [field, undefined])) };
}
