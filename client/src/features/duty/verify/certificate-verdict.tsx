import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import type { DeedStepFor } from '@/use-deed';
import { minutesText } from '../duty-words';
import { MixLines } from '../mix-lines';
import { verifyPhrases } from './verify-copy';

type Found = Extract<DeedStepFor<'duty.verifyCertificate'>, { at: 'done' }>['value'];

/** What anybody may know of a certificate: whether it stands, and what its hours rest on. */
export function CertificateVerdict({ found }: { readonly found: Found }) {
  const { minutes, minutesNow, mix, content, from, until } = found;
  return (
    <View>
      <Standing found={found} />
      {minutesNow !== null && minutesNow !== minutes ? (
        <Notice tone="info">{verifyPhrases.corrected(minutesText(minutesNow))}</Notice>
      ) : null}
      <Panel>
        <Facts
          items={[
            { label: verifyPhrases.name, value: found.maskedName },
            { label: verifyPhrases.number, value: found.volunteerNo },
            { label: verifyPhrases.hours, value: minutesText(minutes) },
            { label: verifyPhrases.days, value: `${fullDayText(from)}至${fullDayText(until)}` },
            { label: verifyPhrases.content, value: content.join('；') },
            { label: verifyPhrases.union, value: found.unionName },
            { label: verifyPhrases.contact, value: found.contact },
            { label: verifyPhrases.sheet, value: found.number },
            { label: verifyPhrases.issuedOn, value: fullDayText(found.issuedOn) },
            { label: verifyPhrases.code, value: found.code.replace(/(.{4})(?=.)/g, '$1 ') },
          ].filter(({ value }) => value !== '')}
        />
      </Panel>
      <Panel title={verifyPhrases.restsOn}>
        <MixLines mix={mix} explained />
      </Panel>
    </View>
  );
}

function Standing({ found: { state, revokedOn, chainHolds } }: { readonly found: Found }) {
  if (state === 'revoked')
    return (
      <Notice tone="danger" title={verifyPhrases.revoked}>
        {verifyPhrases.revokedAbout(revokedOn === null ? '' : fullDayText(revokedOn))}
      </Notice>
    );
  return chainHolds ? (
    <Notice tone="good" title={verifyPhrases.valid}>
      {verifyPhrases.validAbout}
    </Notice>
  ) : (
    <Notice tone="warn" title={verifyPhrases.broken}>
      {verifyPhrases.brokenAbout}
    </Notice>
  );
}
