import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { fieldNames, formText } from './form-copy';
import styles from './form.module.scss';
import { ListField } from '@/ui/list-field';
import type { Editing } from './use-station-form';

const at = classes(styles);
const lists = formText.lists;

/** Rooms and corners, where events can be placed. */
export function ZoneFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing }) {
  const words = formText.zone;
  const numbers = draft.zones.map(({ zoneId }) => Number(/\d+$/.exec(zoneId)?.[0] ?? 0));
  const fresh = () => ({ zoneId: `zone-${Math.max(0, ...numbers) + 1}`, name: '', capacity: '', areaM2: '' });
  return (
    <ListField
      items={draft.zones}
      words={lists.zones}
      fresh={fresh}
      most={30}
      onChange={(zones) => onChange({ zones })}
    >
      {(zone, onZone, nth) => (
        <View>
          <TextField
            label={words.name}
            maxLength={30}
            value={zone.name}
            problem={problems[`zones.${nth}.name`]}
            onChange={(name) => onZone({ name })}
          />
          <View className={at('pair')}>
            {(['capacity', 'areaM2'] as const).map((field) => (
              <View key={field} className={at('half')}>
                <TextField
                  label={words[field]}
                  optional
                  maxLength={8}
                  value={zone[field]}
                  problem={problems[`zones.${nth}.${field}`]}
                  onChange={(text) => onZone({ [field]: text })}
                />
              </View>
            ))}
          </View>
        </View>
      )}
    </ListField>
  );
}

/** What is done there for people, what they eat, and where they change batteries. */
export function ServiceFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing }) {
  const words = formText.meal;
  const fresh = () => ({ name: '', priceYuan: '', about: '', hours: '' });
  const { swap } = draft;
  return (
    <View>
      <TextArea
        label={fieldNames.services}
        hint={formText.hints.services}
        optional
        maxLength={900}
        value={draft.services}
        problem={problems['services']}
        onChange={(services) => onChange({ services })}
      />
      <ListField
        items={draft.meals}
        words={lists.meals}
        fresh={fresh}
        most={6}
        onChange={(meals) => onChange({ meals })}
      >
        {(meal, onMeal, nth) => (
          <View>
            <TextField
              label={words.name}
              maxLength={30}
              value={meal.name}
              problem={problems[`meals.${nth}.name`]}
              onChange={(name) => onMeal({ name })}
            />
            <TextField
              label={words.price}
              maxLength={6}
              value={meal.priceYuan}
              problem={problems[`meals.${nth}.priceYuan`]}
              onChange={(priceYuan) => onMeal({ priceYuan })}
            />
            <TextField
              label={words.hours}
              hint={formText.hints.hours}
              optional
              maxLength={120}
              value={meal.hours}
              problem={problems[`meals.${nth}.hours`]}
              onChange={(hours) => onMeal({ hours })}
            />
            <TextField
              label={words.about}
              optional
              maxLength={60}
              value={meal.about}
              problem={problems[`meals.${nth}.about`]}
              onChange={(about) => onMeal({ about })}
            />
          </View>
        )}
      </ListField>
      <View className={at('pair')}>
        <View className={at('half')}>
          <TextField
            label={`${fieldNames.swap}${formText.swap.operator}`}
            optional
            maxLength={30}
            value={swap.operator}
            problem={problems['swap.operator']}
            onChange={(operator) => onChange({ swap: { ...swap, operator } })}
          />
        </View>
        <View className={at('half')}>
          <TextField
            label={formText.swap.slots}
            optional
            kind="digits"
            maxLength={4}
            value={swap.slots}
            problem={problems['swap.slots']}
            onChange={(slots) => onChange({ swap: { ...swap, slots } })}
          />
        </View>
      </View>
    </View>
  );
}

/** A firm's outlet, lent under an agreement. */
export function OutletFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing }) {
  const { outlet } = draft;
  const words = formText.outlet;
  return (
    <View>
      <TextField
        label={words.partner}
        optional
        maxLength={30}
        value={outlet.partner}
        problem={problems['outlet.partner']}
        onChange={(partner) => onChange({ outlet: { ...outlet, partner } })}
      />
      <View className={at('pair')}>
        {(['agreedFrom', 'agreedUntil'] as const).map((field) => (
          <View key={field} className={at('half')}>
            <TextField
              label={field === 'agreedFrom' ? words.from : words.until}
              hint={formText.hints.day}
              optional
              maxLength={10}
              value={outlet[field]}
              problem={problems[`outlet.${field}`]}
              onChange={(text) => onChange({ outlet: { ...outlet, [field]: text } })}
            />
          </View>
        ))}
      </View>
    </View>
  );
}
