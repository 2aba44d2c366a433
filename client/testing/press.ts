/** Pressing and typing on a page, until everything that follows has happened. */
import { act, fireEvent, screen } from '@testing-library/react';
import { asked } from './server';

export const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  });

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

export const type = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

/** What was sent with the last call of an action. */
export const sent = (name: string): unknown => asked.filter((question) => question.name === name).at(-1)?.input;
