import type { ActionName, AnswerFor, InputFor } from '@contract/contracts';
import { NetworkFailure, send } from './platform/backend';

/** How long one attempt may take. Milliseconds. */
const PATIENCE_MS = 15_000;

/** The fault of a dead line, told apart from a fault of ours by its words. */
export const networkFault = 'network';

/**
 * Asks an action. Never rejects: whatever goes wrong is an answer.
 *
 * Asks once more when the line fails; every action of ours may safely be asked twice.
 */
export async function call<Name extends ActionName>(name: Name, input: InputFor<Name>): Promise<AnswerFor<Name>> {
  const first = await attempt(name, input);
  return isNetworkFault(first) ? attempt(name, input) : first;
}

async function attempt<Name extends ActionName>(name: Name, input: InputFor<Name>): Promise<AnswerFor<Name>> {
  const [domain = '', action = ''] = name.split('.');
  const message = { action, input, client: { version: CLIENT_VERSION } };
  try {
    const answer = await send(domain, message, PATIENCE_MS);
    // The function checked its answer against the contract before sending it; here only its form is looked at.
    return isAnswer(answer) ? (answer as AnswerFor<Name>) : fault('unreadable');
  } catch (reason) {
    return fault(reason instanceof NetworkFailure ? networkFault : 'unreadable');
  }
}

const fault = (text: string): { readonly ok: false; readonly fault: string } => ({ ok: false, fault: text });

function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  if (answer.ok !== false) return false;
  return (
    ('refusal' in answer && typeof answer.refusal === 'string') ||
    ('fault' in answer && typeof answer.fault === 'string')
  );
}

const isNetworkFault = (answer: object): boolean => 'fault' in answer && answer.fault === networkFault;
