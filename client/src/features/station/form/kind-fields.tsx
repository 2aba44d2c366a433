import type { Category } from '@contract/station-kind';
import { View } from '@tarojs/components';
import { PickField } from '@/ui/pick-field';
import { categoryCodes, categoryName, featureCodes, featureName } from '../offer-words';
import { Chips } from '@/ui/chips';
import { fieldNames, formText, tierName } from './form-copy';
import { ParentField } from './parent-field';
import { TextLine } from './text-line';
import { UnionField } from './union-field';
import type { Editing } from './use-station-form';

const tiers = ['1', '2', '3', '4', 'none'] as const;
type TierChoice = (typeof tiers)[number];

const tierOf = (choice: TierChoice): number | null => (choice === 'none' ? null : Number(choice));
const choiceOf = (tier: number | null): TierChoice => tiers.find((choice) => tierOf(choice) === tier) ?? 'none';

/** What the station is called and how it is reached. */
export function BasicFields({ editing }: { readonly editing: Editing }) {
  const { draft, problems, onChange } = editing;
  return (
    <View>
      <TextLine field="name" editing={editing} maxLength={60} />
      <PickField<Category>
        label={fieldNames.category}
        placeholder={formText.category}
        options={categoryCodes.map((value) => ({ value, label: categoryName(value) }))}
        value={draft.category}
        problem={problems['category']}
        onChange={(category) => onChange({ category })}
      />
      <TextLine field="signNo" editing={editing} maxLength={6} digits />
      <TextLine field="phone" editing={editing} maxLength={20} />
      <TextLine field="openedOn" editing={editing} maxLength={10} />
      <TextLine field="areaM2" editing={editing} maxLength={9} />
      <Chips
        label={fieldNames.features}
        hint={formText.hints.features}
        problem={problems['features']}
        options={featureCodes.map((value) => ({ value, label: featureName(value) }))}
        values={draft.features}
        onChange={(features) => onChange({ features })}
      />
    </View>
  );
}

/** Where it stands among the stations, and whose it is. */
export function KindFields({ editing, unionName }: { readonly editing: Editing; readonly unionName: string | null }) {
  const { draft, onChange } = editing;
  return (
    <View>
      <UnionField editing={editing} savedName={unionName} />
      <PickField<TierChoice>
        label={fieldNames.tier}
        placeholder={fieldNames.tier}
        options={tiers.map((value) => ({ value, label: tierName(tierOf(value)) }))}
        value={choiceOf(draft.tier)}
        // A parent of the old tier would not fit.
        onChange={(choice) => onChange({ tier: tierOf(choice), parentId: null })}
      />
      {draft.tier === null || draft.tier === 1 ? null : (
        <ParentField key={draft.tier} editing={editing} tier={draft.tier - 1} />
      )}
    </View>
  );
}
