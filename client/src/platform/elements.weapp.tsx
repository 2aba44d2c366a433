import { Input, Picker, Textarea, View } from '@tarojs/components';
import type { EntryProps, HeadingProps, InputKind, PartProps, PickProps, PressProps } from './elements';
import type { TapPlace } from './second-tap';
import { usePressOnce } from './second-tap';

export type { EntryProps, HeadingProps, InputKind, PartProps, PartRole, PickProps, PressProps } from './elements';

/** Leaves out what is not said: an attribute less to send to the page. */
const said = (aria: Readonly<Record<string, string | boolean | undefined>>): object =>
  Object.fromEntries(Object.entries(aria).filter(([, value]) => value !== undefined));

export function Part({ children, className = '', role, label, live, modal, away, unspoken }: PartProps) {
  const hidden = away === true || unspoken === true ? true : undefined;
  const aria = said({ ariaRole: role, ariaLabel: label, ariaLive: live, ariaModal: modal, ariaHidden: hidden });
  return (
    <View className={className} {...aria}>
      {children}
    </View>
  );
}

/** Where on the screen a tap was, as WeChat tells it. */
function placeOf(detail: unknown): TapPlace | null {
  if (typeof detail !== 'object' || detail === null || !('x' in detail) || !('y' in detail)) return null;
  return typeof detail.x === 'number' && typeof detail.y === 'number' ? { x: detail.x, y: detail.y } : null;
}

export function Press({
  children,
  onPress,
  className = '',
  role = 'button',
  label,
  checked,
  current,
  disabled,
}: PressProps) {
  const aria = said({ ariaRole: role, ariaLabel: label, ariaChecked: checked ?? current, ariaDisabled: disabled });
  const press = usePressOnce(children, onPress);
  return (
    <View
      className={className}
      hoverClass={disabled === true ? 'none' : 'pressed'}
      hoverStayTime={80}
      {...aria}
      onClick={(event) => {
        if (disabled !== true) press(placeOf(event.detail));
      }}
    >
      {children}
    </View>
  );
}

export function Heading({ children, className = '' }: HeadingProps) {
  return (
    <View className={className} {...said({ ariaRole: 'heading' })}>
      {children}
    </View>
  );
}

const inputTypes = { text: 'text', digits: 'number', 'id-card': 'idcard', mobile: 'number' } as const;

const entryLabel = (label: string, about: string | undefined): string =>
  about === undefined ? label : `${label}，${about}`;

export function LineEntry(props: EntryProps & { readonly kind: InputKind }) {
  const { kind, label, value, onChange, onBlur, maxLength, placeholder = '', about, className = '' } = props;
  return (
    <Input
      className={className}
      type={inputTypes[kind]}
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="placeholder"
      cursorSpacing={80}
      {...said({ ariaLabel: entryLabel(label, about) })}
      onInput={(event) => onChange(event.detail.value)}
      onBlur={() => onBlur?.()}
    />
  );
}

export function TextEntry({
  label,
  value,
  onChange,
  onBlur,
  maxLength,
  placeholder = '',
  about,
  className = '',
}: EntryProps) {
  return (
    <Textarea
      className={className}
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="placeholder"
      cursorSpacing={80}
      {...said({ ariaLabel: entryLabel(label, about) })}
      onInput={(event) => onChange(event.detail.value)}
      onBlur={() => onBlur?.()}
    />
  );
}

export function Pick({ label, options, value, onChange, placeholder, about, className = '' }: PickProps) {
  const at = options.findIndex((option) => option.value === value);
  const shown = options[at]?.label ?? placeholder;
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.label)}
      value={Math.max(at, 0)}
      onChange={(event) => {
        const picked = options[Number(event.detail.value)];
        if (picked !== undefined) onChange(picked.value);
      }}
    >
      <View
        className={at < 0 ? `${className} placeholder` : className}
        {...said({ ariaRole: 'button', ariaLabel: `${entryLabel(label, about)}，${shown}` })}
      >
        {shown}
      </View>
    </Picker>
  );
}
