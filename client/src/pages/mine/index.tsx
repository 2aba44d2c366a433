import type { SelfView } from '@contract/member';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { setElderMode, useReadingSize } from '@/theme/reading';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { SwitchRow } from '@/ui/switch-row';
import { useQuestion } from '@/use-question';
import { mineWords } from './copy';
import { OwnRows } from './own-rows';
import styles from './mine.module.scss';

const at = classes(styles);

export default function MinePage() {
  const { question } = useQuestion('member.showSelf', {});
  const size = useReadingSize();
  const unknown = question.at === 'refused' && question.refusal === 'sign-in-needed';
  return (
    <Screen title={mineWords.title}>
      {unknown ? (
        <Panel title={mineWords.visitor}>{mineWords.visitorAbout}</Panel>
      ) : (
        <Asked question={question}>{(self: SelfView) => <OwnRows self={self} />}</Asked>
      )}
      <Rows label={mineWords.open}>
        {unknown ? <Row title={mineWords.studio} about={mineWords.studioAbout} onPress={() => go('studio')} /> : null}
        <Row title={mineWords.figures} about={mineWords.figuresAbout} onPress={() => go('figures')} />
        <Row title={mineWords.certificate} about={mineWords.certificateAbout} onPress={() => go('verifyCertificate')} />
      </Rows>
      <Rows label={mineWords.settings}>
        <SwitchRow title={mineWords.elder} about={mineWords.elderAbout} on={size === 'elder'} onChange={setElderMode} />
      </Rows>
      <View className={at('version')}>
        {mineWords.version} {CLIENT_VERSION}
      </View>
    </Screen>
  );
}
