import { useCallback, useSyncExternalStore } from 'react';
import { Heading, Part } from '../platform/elements';
import { useEscapeKey } from '../platform/escape-key';
import { Button } from './button';
import { classes } from './classes';
import styles from './confirm.module.scss';
import { front, listenToFront, tellFront } from './front';

const at = classes(styles);

export type Confirmation = {
  readonly title: string;
  readonly text: string;
  /** What the button does, e.g. 撤回申请 and 保留申请; never 确定 and 取消. */
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean | undefined;
};

type Asked = Confirmation & { readonly answer: (yes: boolean) => void };

let asked: Asked | null = null;

/** `if (await ask({ … })) …` on the page that is seen. A second question answers the first with no. */
export function useConfirm(): (question: Confirmation) => Promise<boolean> {
  return useCallback(
    (question: Confirmation) =>
      new Promise<boolean>((resolve) => {
        asked?.answer(false);
        const answer = (yes: boolean) => {
          asked = null;
          tellFront();
          resolve(yes);
        };
        asked = { ...question, answer };
        tellFront();
      }),
    [],
  );
}

export function useAskedOf(screen: symbol): Asked | null {
  const now = () => (front() === screen ? asked : null);
  return useSyncExternalStore(listenToFront, now, now);
}

/** Parts and no views: Taro's browser elements move their children about, and the keyboard's place would be lost. */
export function ConfirmSheet({ asked: question }: { readonly asked: Asked }) {
  const { title, text, yes, no, danger, answer } = question;
  useEscapeKey(useCallback(() => answer(false), [answer]));
  return (
    <Part className={at('veil')}>
      <Part className={at('sheet')} role="alertdialog" modal label={title}>
        <Heading level={2} className={at('title')}>
          {title}
        </Heading>
        <Part className={at('text')}>{text}</Part>
        <Part className={at('buttons')}>
          <Button kind={danger === true ? 'danger' : 'primary'} onPress={() => answer(true)}>
            {yes}
          </Button>
          <Button kind="secondary" focused onPress={() => answer(false)}>
            {no}
          </Button>
        </Part>
      </Part>
    </Part>
  );
}
