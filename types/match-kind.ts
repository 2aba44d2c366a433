/**
 * What a matchmaking studio asks and keeps, as plain tables: pages read them without the schemas.
 *
 * It never asks for income, height or hukou, and nothing is ranked by what somebody is.
 */

/** The statement that one is single and of age; a new wording is a new version, and everybody is asked anew. */
export const statementVersion = '2026-11';
/** The matchmaker's pledge of confidentiality. */
export const pledgeVersion = '2026-11';

/**
 * Why the studio keeps something; each is agreed to apart and taken back apart (PIPL 14, 15, 29).
 *
 * - `pool`: the profile is kept, and the studio's matchmakers look at it. Needed; taking it back is leaving.
 * - `proposals`: what one marks so is shown to somebody the matchmaker proposes. Without it nobody is proposed.
 * - `suggestions`: a rule of ours looks for people who may fit, and says why (PIPL 24).
 * - `photo`: a picture, blurred until both said yes.
 * - `sensitive`: marriages before, children, whom one would like to meet, the wish for children.
 */
export const matchPurposes = ['pool', 'proposals', 'suggestions', 'photo', 'sensitive'] as const;
export type MatchPurpose = (typeof matchPurposes)[number];
export const matchConsentVersion = '2026-11';
/** What is agreed to with a badge: that one may be chosen by number, and that contacts open where it was mutual. */
export const mixerConsentVersion = '2026-11';

export const genders = ['woman', 'man'] as const;
export type Gender = (typeof genders)[number];

/**
 * Who sees a fact beside oneself: the studio's matchmakers alone, whoever is proposed as well, or those only after
 * both said yes.
 */
export const seenBy = ['studio', 'proposal', 'mutual'] as const;
export type SeenBy = (typeof seenBy)[number];

/** Facts about oneself. Each may be left out, each has its own `seenBy`. */
export const matchFacts = [
  'age',
  'street',
  'hometown',
  'occupation',
  'shift',
  'restDays',
  'interests',
  'smokes',
  'history',
  'hasChildren',
  'about',
  'hopes',
  'ages',
] as const;
export type MatchFact = (typeof matchFacts)[number];

/** Facts that need the consent `sensitive`. */
export const sensitiveFacts = ['history', 'hasChildren'] as const satisfies readonly MatchFact[];

export const interests = [
  'walking',
  'cycling',
  'ball-games',
  'fitness',
  'films',
  'music',
  'singing',
  'reading',
  'cooking',
  'eating-out',
  'travel',
  'photography',
  'games',
  'pets',
  'plants',
  'handicraft',
  'volunteering',
  'fishing',
] as const;
export type Interest = (typeof interests)[number];

export const workShifts = ['day', 'night', 'rotating', 'free'] as const;
export type WorkShift = (typeof workShifts)[number];
export const smokingHabits = ['never', 'sometimes', 'yes'] as const;
export type SmokingHabit = (typeof smokingHabits)[number];
export const marriageHistories = ['never', 'divorced', 'widowed'] as const;
export type MarriageHistory = (typeof marriageHistories)[number];
/** Whom somebody would like to meet. Read by the rule alone. */
export const seekings = ['women', 'men', 'either'] as const;
export type Seeking = (typeof seekings)[number];
/** Read by the rule alone. */
export const childWishes = ['wanted', 'not-wanted', 'open'] as const;
export type ChildWish = (typeof childWishes)[number];

/** Free words, which somebody may have to look at before others do. */
export const heldFields = ['calledName', 'hometown', 'street', 'about', 'hopes', 'photo'] as const;
export type HeldField = (typeof heldFields)[number];

/** Where a profile stands; `cloudfunctions/matchmaking/profile-states.ts` says how it moves. */
export const profileStates = ['active', 'paused', 'expired'] as const;
export type ProfileState = (typeof profileStates)[number];

/**
 * What somebody made of a proposal. `none` is what stands before, and after a change of mind.
 */
export const answers = ['none', 'yes', 'no'] as const;
export type MatchAnswer = (typeof answers)[number];

/**
 * Where a proposal stands for everybody: `open` until its day, then `mutual`, or `ended`, whatever was or was not said.
 */
export const proposalStates = ['open', 'mutual', 'ended'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** After a mutual yes: three days, three weeks, three months. */
export const followUpStages = ['days', 'weeks', 'months'] as const;
export type FollowUpStage = (typeof followUpStages)[number];

/** Why the rule thinks that two people may fit; said to the matchmaker with each suggestion. */
export const matchReasons = [
  'ages-both-ways',
  'same-street',
  'same-hometown',
  'same-rest-days',
  'same-work-shift',
  'same-occupation',
  'shared-interests',
  'both-do-not-smoke',
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** What a matchmaker did with somebody's profile, as that person reads it. */
export const matchLooks = [
  'listed',
  'opened',
  'suggested',
  'previewed',
  'proposed',
  'proposal-listed',
  'follow-up-listed',
  'reviewed',
  'stamped',
  'sitting',
  'reported',
] as const;
export type MatchLook = (typeof matchLooks)[number];

export const reportReasons = ['not-single', 'false-statement', 'harassment', 'money', 'selling', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportStates = ['open', 'dismissed', 'warned', 'removed', 'readmitted'] as const;
export type ReportState = (typeof reportStates)[number];

/** Where a slot of a sitting stands. */
export const slotStates = ['free', 'booked', 'came', 'missed'] as const;
export type SlotState = (typeof slotStates)[number];

/** Where a mixer stands: numbers are handed out, cards are filled in, what was mutual is told. */
export const mixerStates = ['badges', 'choosing', 'told'] as const;
export type MixerState = (typeof mixerStates)[number];

/** Numbers that one may choose at a mixer. */
export const MOST_CHOICES = 3;
/** Proposals that one person gets in seven days, whoever makes them. */
export const MOST_A_WEEK = 2;
/** Years. Getting to know people; marrying has ages of its own (D.8). */
export const LEAST_AGE = 18;

/** The two people of a proposal, in an order drawn at random. */
export const sides = ['one', 'other'] as const;
export type Side = (typeof sides)[number];
