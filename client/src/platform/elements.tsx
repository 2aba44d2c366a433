/**
 * The few elements that must be real ones to a screen reader and a keyboard: in a browser HTML's own,
 * in the mini-program (elements.weapp.tsx) Taro's, told what they are by aria.
 */
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { usePressOnce } from './second-tap';

export type PartRole =
  | 'group'
  | 'radiogroup'
  | 'list'
  | 'listitem'
  | 'status'
  | 'alert'
  | 'alertdialog'
  | 'progressbar'
  | 'img'
  | 'navigation';

export type PartProps = {
  readonly children?: ReactNode;
  readonly className?: string;
  readonly role?: PartRole;
  readonly label?: string | undefined;
  readonly live?: 'polite' | 'assertive';
  readonly modal?: boolean;
  /** Nobody can see or reach it, e.g. what lies behind a sheet. */
  readonly away?: boolean;
  /** Seen, but said elsewhere: an ornament to a screen reader. */
  readonly unspoken?: boolean;
};

/** A box that says what it is. Layout without a meaning is a plain `View`. */
export function Part({ children, className, role, label, live, modal, away, unspoken }: PartProps) {
  return (
    <div
      className={className}
      role={role}
      aria-label={label}
      aria-live={live}
      aria-modal={modal === true ? true : undefined}
      aria-hidden={away === true || unspoken === true ? true : undefined}
      {...(away === true ? { inert: '' } : {})}
      {...(role === 'radiogroup' ? { onKeyDown: moveAmongRadios } : {})}
    >
      {children}
    </div>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Among radios the arrows move and choose at once, past the last to the first, as a browser's own do. */
function moveAmongRadios(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const radios = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]'));
  const here = radios.findIndex((radio) => radio === event.target);
  const next = radios[(here + step + radios.length) % radios.length];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}

export type PressProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly className?: string;
  readonly role?: 'button' | 'radio' | 'checkbox' | 'switch' | 'tab' | 'link';
  readonly label?: string | undefined;
  readonly checked?: boolean;
  /** One of a bar's places, and where one is. */
  readonly current?: boolean;
  readonly disabled?: boolean;
  /** False for a radio that the arrows reach and the tab key passes over. */
  readonly inTabOrder?: boolean;
  /** Takes the keyboard when it appears, e.g. in a sheet. */
  readonly focused?: boolean;
};

/** Whatever can be pressed. */
export function Press(props: PressProps) {
  const { children, onPress, className, role, label, checked, current, disabled, inTabOrder, focused } = props;
  const self = useRef<HTMLButtonElement>(null);
  const press = usePressOnce(children, onPress);
  useEffect(() => {
    if (focused !== true) return undefined;
    // After the page has settled: what was pressed a moment ago is taken away in the same breath.
    const timer = setTimeout(() => self.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [focused]);
  return (
    <button
      ref={self}
      type="button"
      className={className}
      role={role === undefined || role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={checked}
      aria-current={current === true ? 'page' : undefined}
      aria-disabled={disabled === true ? true : undefined}
      tabIndex={inTabOrder === false ? -1 : undefined}
      onClick={(event) => {
        // A keyboard's press comes without a pointer.
        if (disabled !== true) press(event.detail === 0 ? null : { x: event.clientX, y: event.clientY });
      }}
    >
      {children}
    </button>
  );
}

export type HeadingProps = { readonly children: ReactNode; readonly level: 1 | 2 | 3; readonly className?: string };

export function Heading({ children, level, className }: HeadingProps) {
  const Level = `h${level}` as const;
  return <Level className={className}>{children}</Level>;
}

export type InputKind = 'text' | 'digits' | 'id-card' | 'mobile';

export type EntryProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
  readonly invalid: boolean;
  /** What else to say about it: the hint and what is wrong. */
  readonly about?: string | undefined;
  readonly className?: string;
};

const inputModes = { text: 'text', digits: 'numeric', 'id-card': 'text', mobile: 'tel' } as const;

export function LineEntry({
  kind,
  label,
  onChange,
  about,
  invalid,
  ...rest
}: EntryProps & { readonly kind: InputKind }) {
  return (
    <input
      {...rest}
      type="text"
      inputMode={inputModes[kind]}
      autoComplete="off"
      aria-label={label}
      aria-description={about}
      aria-invalid={invalid ? true : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function TextEntry({ label, onChange, about, invalid, ...rest }: EntryProps) {
  return (
    <textarea
      {...rest}
      rows={4}
      aria-label={label}
      aria-description={about}
      aria-invalid={invalid ? true : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export type PickProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly invalid: boolean;
  readonly about?: string | undefined;
  readonly className?: string;
};

export function Pick({ label, options, value, onChange, placeholder, invalid, about, className }: PickProps) {
  return (
    <select
      className={className}
      value={value ?? ''}
      aria-label={label}
      aria-description={about}
      aria-invalid={invalid ? true : undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
