import * as z from 'zod/mini';

/** A person: `p` and 22 characters of a keyed fingerprint. Says nothing about who it is. */
export const PersonId = z
  .string()
  .check(z.regex(/^p[A-Za-z0-9_-]{22}$/, 'format'))
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** A union's short name, e.g. `beicai`; it never changes, whatever the union is called later. */
export const UnionId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, 'format'))
  .brand<'UnionId'>();
export type UnionId = z.infer<typeof UnionId>;

export const StationId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,59}$/, 'format'))
  .brand<'StationId'>();
export type StationId = z.infer<typeof StationId>;

/** An event of one union, at one place: `e` and eleven letters. */
export const EventId = z
  .string()
  .check(z.regex(/^e[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

/** Events that come again by a rule: `s` and eleven letters. */
export const SeriesId = z
  .string()
  .check(z.regex(/^s[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'SeriesId'>();
export type SeriesId = z.infer<typeof SeriesId>;

/**
 * The number of one registration, eight letters drawn at random: what a draw, a list on the wall and a host call
 * somebody by whose name they need not know.
 */
export const Lot = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, 'format'))
  .brand<'Lot'>();
export type Lot = z.infer<typeof Lot>;

/** One shift at a station on one day: `d` and eleven letters, drawn from station, template and day. */
export const ShiftId = z
  .string()
  .check(z.regex(/^d[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'ShiftId'>();
export type ShiftId = z.infer<typeof ShiftId>;

/** A rule of a station's roster: `t` and five letters. */
export const TemplateId = z
  .string()
  .check(z.regex(/^t[0-9a-hjkmnp-tv-z]{5}$/, 'format'))
  .brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;

/** A volunteer's number, `V` and eight digits: what lists and colleagues call them by, drawn once. */
export const VolunteerNo = z
  .string()
  .check(z.regex(/^V\d{8}$/, 'format'))
  .brand<'VolunteerNo'>();
export type VolunteerNo = z.infer<typeof VolunteerNo>;

/** What anybody may check a certificate by: twelve letters without those that look alike. */
export const CertificateCode = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, 'format'))
  .brand<'CertificateCode'>();
export type CertificateCode = z.infer<typeof CertificateCode>;

/** An exchange of shifts, a claim of hours, a delivery, an incident: `w` and eleven letters, drawn from the request. */
export const WishId = z
  .string()
  .check(z.regex(/^w[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'WishId'>();
export type WishId = z.infer<typeof WishId>;

/** What a union published: `a` and eleven letters, drawn from the request. */
export const ArticleId = z
  .string()
  .check(z.regex(/^a[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

/** A profile in a matchmaking studio: `m` and eleven letters, drawn at random whenever somebody joins. */
export const ProfileId = z
  .string()
  .check(z.regex(/^m[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'ProfileId'>();
export type ProfileId = z.infer<typeof ProfileId>;

/** A proposal to two people: `q` and eleven letters. */
export const ProposalId = z
  .string()
  .check(z.regex(/^q[0-9a-hjkmnp-tv-z]{11}$/, 'format'))
  .brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;

/**
 * `<kind>:<whom or what it is about>:<round>`, so that the same request opens the same case. About a person, a station,
 * or one facility of a station (`jinqiao-99.microwave`).
 */
export const CaseId = z
  .string()
  .check(z.regex(/^[a-z-]{3,24}:(p[A-Za-z0-9_-]{22}|[a-z][a-z0-9-]{1,59}(\.[a-z-]{2,20})?):\d{1,6}$/, 'format'))
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** Twelve digits: year of approval, seven drawn at random, one check digit (ISO 7064 MOD 11,10). */
export const CardNumber = z
  .string()
  .check(z.regex(/^\d{12}$/, 'format'))
  .brand<'CardNumber'>();
export type CardNumber = z.infer<typeof CardNumber>;
