import type { Award, Grade } from '@contract/station-view';
import { View } from '@tarojs/components';
import { PickField } from '@/ui/pick-field';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { fieldNames, formText, gradeNames, levelNames } from './form-copy';
import { ListField } from '@/ui/list-field';
import { TextLine } from './text-line';
import type { Editing } from './use-station-form';

const levels: readonly Award['level'][] = ['national', 'provincial', 'city', 'district'];
const grades: readonly Grade[] = ['basic', 'standard', 'enhanced'];
const lists = formText.lists;

/** What the station was honoured with, and how it was graded over the years. */
export function HonourFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing }) {
  return (
    <View>
      <ListField
        items={draft.awards}
        words={lists.awards}
        fresh={() => ({ name: '', year: '', level: 'district' as const })}
        most={20}
        onChange={(awards) => onChange({ awards })}
      >
        {(award, onAward, nth) => (
          <View>
            <TextField
              label={formText.award.name}
              maxLength={40}
              value={award.name}
              problem={problems[`awards.${nth}.name`]}
              onChange={(name) => onAward({ name })}
            />
            <TextField
              label={formText.award.year}
              kind="digits"
              maxLength={4}
              value={award.year}
              problem={problems[`awards.${nth}.year`]}
              onChange={(year) => onAward({ year })}
            />
            <PickField
              label={formText.award.level}
              placeholder={formText.award.level}
              options={levels.map((value) => ({ value, label: levelNames[value] }))}
              value={award.level}
              onChange={(level) => onAward({ level })}
            />
          </View>
        )}
      </ListField>
      <ListField
        items={draft.grades}
        words={lists.grades}
        fresh={() => ({ grade: 'basic' as const, from: '' })}
        most={20}
        onChange={(steps) => onChange({ grades: steps })}
      >
        {(step, onStep, nth) => (
          <View>
            <PickField
              label={formText.grade.grade}
              placeholder={formText.grade.grade}
              options={grades.map((value) => ({ value, label: gradeNames[value] }))}
              value={step.grade}
              onChange={(grade) => onStep({ grade })}
            />
            <TextField
              label={formText.grade.from}
              hint={formText.hints.day}
              maxLength={10}
              value={step.from}
              problem={problems[`grades.${nth}.from`]}
              onChange={(from) => onStep({ from })}
            />
          </View>
        )}
      </ListField>
    </View>
  );
}

/** Water by scan, the door that opens by code, and what visitors should read. */
export function MoreFields({ editing }: { readonly editing: Editing }) {
  const { draft, problems, onChange } = editing;
  return (
    <View>
      <TextLine field="waterQuota" editing={editing} maxLength={1} digits />
      <TextLine field="doorId" editing={editing} maxLength={40} />
      <TextArea
        label={fieldNames.notice}
        optional
        maxLength={500}
        value={draft.notice}
        problem={problems['notice']}
        onChange={(notice) => onChange({ notice })}
      />
    </View>
  );
}
