import { View } from '@tarojs/components';
import { canReadMobile } from '@/platform/device';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { PhoneButton } from '@/ui/phone-button';
import { TextField } from '@/ui/text-field';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { fieldWords, identityWords, mobileRefusals } from '../enrol-copy';
import { MaskedField } from './masked-field';
import styles from './masked-field.module.scss';
import type { Enrolment } from './use-enrolment';

const at = classes(styles);

/** Typed, or in the mini-program handed over by WeChat. */
export function MobileField({ enrolment }: { readonly enrolment: Enrolment }) {
  const { view, typing, onType, onLeave, onMobileRead, problemOf } = enrolment;
  const { step, run } = useDeed('member.readMobile', mobileRefusals);
  const say = useSay();
  const { label } = fieldWords.mobile;
  if (typing.mobile === undefined && view.form.maskedMobile !== null)
    return <MaskedField label={label} masked={view.form.maskedMobile} onChange={() => onType({ mobile: '' })} />;

  const onCode = async (code: string) => {
    const after = await run({ code });
    if (after.at === 'done') onMobileRead(after.value.maskedMobile);
  };
  return (
    <View>
      <TextField
        label={label}
        hint={identityWords.mobileHint}
        kind="mobile"
        value={typing.mobile ?? ''}
        problem={problemOf('mobile') === undefined ? undefined : mobileProblem(typing.mobile)}
        onChange={(mobile) => onType({ mobile })}
        onBlur={() => onLeave('mobile')}
      />
      {canReadMobile ? (
        <View className={at('phone')}>
          <PhoneButton onCode={(code) => void onCode(code)} onNone={() => say(identityWords.mobileNone)}>
            {identityWords.mobileFromWechat}
          </PhoneButton>
        </View>
      ) : null}
      {step.at === 'refused' || step.at === 'failed' ? <Notice tone="warn">{step.text}</Notice> : null}
    </View>
  );
}

const mobileProblem = (typed = ''): string =>
  typed.trim() === '' ? fieldWords.mobile.missing : identityWords.mobileWrong;
