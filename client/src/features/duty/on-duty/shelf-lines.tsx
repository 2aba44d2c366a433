import type { ShelfLine } from '@contract/duty-tap';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { LineEntry, Part, Press } from '@/platform/elements';
import { DayEntry } from '@/platform/moment-entry';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { entryClass } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { listText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { Count } from './opening-draft';
import { isExpired, quantityIn, stepped } from './opening-draft';

const at = classes(styles);

export type ShelfLinesProps = {
  readonly lines: readonly { readonly line: ShelfLine; readonly count: Count }[];
  readonly today: ShanghaiDay;
  readonly onChange: (code: string, count: Count) => void;
};

/** What is on the shelf, as it was counted last, to be put right. */
export function ShelfLines({ lines, today, onChange }: ShelfLinesProps) {
  return (
    <Panel title={listText.shelf}>
      <View className={at('about')}>{listText.shelfAbout}</View>
      {lines.map(({ line, count }) => (
        <ShelfCount
          key={line.code}
          line={line}
          count={count}
          today={today}
          onChange={(changed) => onChange(line.code, changed)}
        />
      ))}
    </Panel>
  );
}

type ShelfCountProps = {
  readonly line: ShelfLine;
  readonly count: Count;
  readonly today: ShanghaiDay;
  readonly onChange: (count: Count) => void;
};

function ShelfCount({ line, count, today, onChange }: ShelfCountProps) {
  const { name, unit, isMedicine, atLeast } = line;
  const [asksDay, setAsksDay] = useState(isMedicine || line.expiresOn !== null);
  const quantity = quantityIn(count.quantity);
  const step = (by: 1 | -1) => onChange({ ...count, quantity: stepped(count.quantity, by) });
  return (
    <View className={at('line')}>
      <View className={at('name')}>{name}</View>
      <View className={at('about')}>{listText.quantity(unit)}</View>
      <View className={at('stepper')}>
        <View className={at('step')}>
          <Step sign="−" label={`${name}，${listText.less}`} onPress={() => step(-1)} />
        </View>
        <View className={at('number')}>
          <LineEntry
            className={entryClass(quantity === null ? listText.quantityWrong : undefined)}
            kind="digits"
            label={listText.quantityOf(name)}
            value={count.quantity}
            maxLength={5}
            invalid={quantity === null}
            onChange={(typed) => onChange({ ...count, quantity: typed })}
          />
        </View>
        <View className={at('step')}>
          <Step sign="＋" label={`${name}，${listText.more}`} onPress={() => step(1)} />
        </View>
      </View>
      {quantity === null ? (
        <Part className={at('wrong')} role="alert">
          {listText.quantityWrong}
        </Part>
      ) : null}
      {quantity !== null && quantity < atLeast ? (
        <View className={at('about')}>{listText.short(atLeast, unit)}</View>
      ) : null}
      {quantity === 0 ? null : (
        <Expiry
          name={name}
          value={count.expiresOn}
          isAsked={asksDay}
          onAsk={() => setAsksDay(true)}
          onChange={(expiresOn) => onChange({ ...count, expiresOn })}
        />
      )}
      {isExpired(count.expiresOn, today) && quantity !== 0 ? (
        <Part className={at('expired')} role="alert">
          {listText.expired}
        </Part>
      ) : null}
    </View>
  );
}

type ExpiryProps = {
  readonly name: string;
  readonly value: string;
  /** Few things but medicine have a day that matters; it may be told of any. */
  readonly isAsked: boolean;
  readonly onAsk: () => void;
  readonly onChange: (expiresOn: string) => void;
};

function Expiry({ name, value, isAsked, onAsk, onChange }: ExpiryProps) {
  if (!isAsked) {
    return (
      <Button kind="quiet" label={`${name}，${listText.addExpiry}`} onPress={onAsk}>
        {listText.addExpiry}
      </Button>
    );
  }
  return (
    <View>
      <View className={at('about')}>{listText.expires}</View>
      <DayEntry
        className={entryClass(undefined)}
        label={listText.expiresOf(name)}
        value={value}
        invalid={false}
        onChange={onChange}
      />
    </View>
  );
}

type StepProps = { readonly sign: string; readonly label: string; readonly onPress: () => void };

const Step = ({ sign, label, onPress }: StepProps) => (
  <Press className={at('choice', 'sign')} label={label} onPress={onPress}>
    {sign}
  </Press>
);
