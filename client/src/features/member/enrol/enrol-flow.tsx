import type { EnrolmentView } from '@contract/enrolment';
import type { PersonId } from '@contract/ids';
import type { ComponentType } from 'react';
import type { EnrolStep } from './enrol-step';
import { IdentityStep } from './identity-step';
import { LearnStep } from './learn-step';
import { SignStep } from './sign-step';
import { UnionStep } from './union-step';
import type { Enrolment } from './use-enrolment';
import { useEnrolment } from './use-enrolment';
import { WorkStep } from './work-step';

const steps: Readonly<Record<EnrolStep, ComponentType<{ readonly enrolment: Enrolment }>>> = {
  learn: LearnStep,
  work: WorkStep,
  union: UnionStep,
  identity: IdentityStep,
  sign: SignStep,
};

export type EnrolFlowProps = {
  /** As the server holds it when one comes in; from there the flow keeps it. */
  readonly saved: EnrolmentView;
  readonly personId: PersonId | null;
};

/** From what joining means to the signed application, going on where one left off. */
export function EnrolFlow({ saved, personId }: EnrolFlowProps) {
  const enrolment = useEnrolment(saved, personId);
  const Step = steps[enrolment.step];
  return <Step enrolment={enrolment} />;
}
