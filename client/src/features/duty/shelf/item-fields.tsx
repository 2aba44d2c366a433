import { View } from '@tarojs/components';
import type { Editing } from '@/features/event/form/editing';
import { classes } from '@/ui/classes';
import { ListField } from '@/ui/list-field';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import styles from '../head.module.scss';
import { shelfPhrases } from './shelf-copy';
import type { ShelfDraft } from './shelf-draft';
import { isOwn, newOwn, notYet, usualItem } from './shelf-draft';

const at = classes(styles);
const words = shelfPhrases;
const MOST = 40;

/** What belongs on the shelf: usual supplies, and things of the station's own. */
export function ItemFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing<ShelfDraft> }) {
  const { items } = draft;
  const missing = notYet(draft);
  return (
    <View>
      <ListField
        items={items}
        words={{ add: words.own, remove: words.remove, title: (nth) => titleOf(items[nth - 1]?.name, nth) }}
        fresh={newOwn}
        most={MOST}
        onChange={(changed) => onChange({ items: changed })}
      >
        {(item, onItem, nth) => (
          <View>
            {isOwn(item.code) ? (
              <View>
                <TextField
                  label={words.name}
                  maxLength={20}
                  value={item.name}
                  problem={problems[`items.${nth}.name`]}
                  onChange={(name) => onItem({ name })}
                />
                <TextField
                  label={words.unit}
                  hint={words.unitHint}
                  maxLength={4}
                  value={item.unit}
                  problem={problems[`items.${nth}.unit`]}
                  onChange={(unit) => onItem({ unit })}
                />
                <View className={at('action')}>
                  <Rows>
                    <SwitchRow
                      title={words.isMedicine}
                      about={words.isMedicineAbout}
                      on={item.isMedicine}
                      onChange={(isMedicine) => onItem({ isMedicine })}
                    />
                  </Rows>
                </View>
              </View>
            ) : null}
            <TextField
              label={`${words.least}（${item.unit}）`}
              hint={nth === 0 ? words.leastHint : undefined}
              kind="digits"
              maxLength={4}
              value={item.atLeast}
              problem={problems[`items.${nth}.atLeast`]}
              onChange={(atLeast) => onItem({ atLeast })}
            />
          </View>
        )}
      </ListField>
      {missing.length === 0 || items.length >= MOST ? null : (
        <PickField
          label={words.usual}
          placeholder={words.usualPick}
          options={missing.map(({ code, name }) => ({ value: code, label: name }))}
          value={null}
          onChange={(code) => {
            const item = usualItem(code);
            if (item !== null) onChange({ items: [...items, item] });
          }}
        />
      )}
    </View>
  );
}

const titleOf = (name: string | undefined, nth: number): string =>
  name === undefined || name.trim() === '' ? words.nth(nth) : name;
