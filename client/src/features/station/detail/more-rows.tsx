import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { fullDayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Row, Rows } from '@/ui/rows';
import { awardLevelWords } from '../offer-words';
import { detailWords, gradeWords } from './detail-copy';
import styles from './detail.module.scss';
import { dashed } from './hours-words';

const at = classes(styles);

/** What else there is: rooms, services, meals, batteries, honours. Sections of which nothing is known are left out. */
export function MoreRows({ station }: { readonly station: StationDetail }) {
  const { zones, services, meals, swap, awards, gradeHistory, notice } = station;
  return (
    <View>
      <Section label={detailWords.notice} show={notice !== null}>
        <Part className={at('lines')} role="listitem">
          {notice}
        </Part>
      </Section>
      <Section label={detailWords.meals} show={meals.length > 0}>
        {meals.map(({ name, priceYuan, about, hours, servedNow }) => (
          <Row
            key={name}
            title={name}
            about={[servedWords(servedNow), about, dashed(hours)].filter(Boolean).join(' · ')}
            value={priceYuan === 0 ? detailWords.free : detailWords.yuan(priceYuan)}
          />
        ))}
      </Section>
      {swap === null ? null : (
        <Rows label={detailWords.swap}>
          <Row
            title={swap.operator}
            about={detailWords.swapAbout}
            value={swap.slots > 0 ? detailWords.slots(swap.slots) : undefined}
          />
        </Rows>
      )}
      <Section label={detailWords.zones} show={zones.length > 0}>
        {zones.map(({ zoneId, name, capacity, areaM2 }) => (
          <Row
            key={zoneId}
            title={name}
            about={
              [
                capacity === null ? null : detailWords.people(capacity),
                areaM2 === null ? null : detailWords.square(areaM2),
              ]
                .filter(Boolean)
                .join(' · ') || undefined
            }
          />
        ))}
      </Section>
      <Section label={detailWords.services} show={services.length > 0}>
        <Part className={at('lines')} role="listitem">
          {services.join('、')}
        </Part>
      </Section>
      <Section label={detailWords.honours} show={awards.length + gradeHistory.length > 0}>
        {awards.map(({ name, year, level }) => (
          <Row key={`${name}${year}`} title={name} value={`${year}年 ${awardLevelWords[level]}`} />
        ))}
        {gradeHistory.map(({ grade, from }) => (
          <Row
            key={grade + from}
            title={`${detailWords.grade} ${gradeWords[grade]}`}
            value={detailWords.gradeFrom(fullDayText(from))}
          />
        ))}
      </Section>
    </View>
  );
}

const servedWords = (servedNow: boolean | null): string | null => {
  if (servedNow === null) return null;
  return servedNow ? detailWords.served : detailWords.notServed;
};

type SectionProps = { readonly label: string; readonly show: boolean; readonly children: ReactNode };

const Section = ({ label, show, children }: SectionProps) => (show ? <Rows label={label}>{children}</Rows> : null);
