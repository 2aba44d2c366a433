import * as fc from 'fast-check';
import { UnionId } from '../../types/ids';
import { aUnion, officesOf } from './a-member';
import type { UnionRecord } from './records';
import type { WorkStatement } from './union-routing';
import { employerKey, route, routingKeys } from './union-routing';

const aWork = (more: Partial<WorkStatement> = {}): WorkStatement => ({
  occupation: 'courier',
  employerName: null,
  employerCode: null,
  workAreaId: 'beicai',
  homeAreaId: null,
  ...more,
});

const pudong = aUnion('pudong', { level: 'district', parentId: null, offices: officesOf('pudong') });
const beicai = aUnion('beicai', { serves: ['area:beicai'] });
const weifang = aUnion('weifang', { serves: ['area:weifang'] });
const feikuai = aUnion('feikuai', {
  level: 'grassroots',
  parentId: UnionId.parse('weifang'),
  offices: officesOf('feikuai', 'weifang', 'pudong'),
  serves: ['employer:91350100M000100Y43', 'employer-name:飞快速递'],
});
const couriersOfPudong = aUnion('couriers-pudong', { level: 'federation', serves: ['industry:courier'] });
const couriersOfBeicai = aUnion('couriers-beicai', {
  level: 'federation',
  parentId: UnionId.parse('beicai'),
  offices: officesOf('couriers-beicai', 'beicai', 'pudong'),
  serves: ['industry:courier'],
});
const couriersOfWeifang = aUnion('couriers-weifang', {
  level: 'federation',
  parentId: UnionId.parse('weifang'),
  offices: officesOf('couriers-weifang', 'weifang', 'pudong'),
  serves: ['industry:courier'],
});
const tree = [pudong, beicai, weifang, feikuai, couriersOfPudong, couriersOfBeicai, couriersOfWeifang];

/** What the one query by keys finds in a tree. */
const found = (work: WorkStatement, all: readonly UnionRecord[] = tree): UnionRecord[] => {
  const keys = routingKeys(work);
  return all.filter((union) => union.serves.some((key) => keys.includes(key)));
};
const routed = (work: WorkStatement, all: readonly UnionRecord[] = tree) => {
  const answer = route(found(work, all), work);
  if (answer === null) throw new Error('nowhere');
  return [answer.recommended, ...answer.others].map(({ rule, unionId }) => `${rule}:${unionId}`);
};

describe('which union is mine', () => {
  it('is the employer’s own first, by its code', () => {
    expect(routed(aWork({ employerCode: '91350100M000100Y43' }))[0]).toBe('employer:feikuai');
  });

  it('is the employer’s own by its name, wherever that union hangs in the tree', () => {
    expect(routed(aWork({ employerName: '上海飞快速递有限公司' }))[0]).toBe('employer:feikuai');
  });

  it('is the industry’s federation of the place of work next, the nearest first', () => {
    expect(routed(aWork()).slice(0, 2)).toEqual(['industry:couriers-beicai', 'industry:couriers-pudong']);
    expect(routed(aWork({ workAreaId: 'weifang' })).slice(0, 2)).toEqual([
      'industry:couriers-weifang',
      'industry:couriers-pudong',
    ]);
  });

  it('is never the federation of a place where one does not work, even if one lives there', () => {
    expect(routed(aWork({ homeAreaId: 'weifang' }))).not.toContain('industry:couriers-weifang');
  });

  it('is the street of work, then that of home, then the district, for everybody else', () => {
    expect(routed(aWork({ occupation: 'care', homeAreaId: 'weifang' }))).toEqual([
      'work-area:beicai',
      'home-area:weifang',
      'district:pudong',
    ]);
  });

  it('offers the others in the order in which a rule would win', () => {
    expect(routed(aWork({ employerName: '飞快速递', homeAreaId: 'weifang' }))).toEqual([
      'employer:feikuai',
      'industry:couriers-beicai',
      'industry:couriers-pudong',
      'work-area:beicai',
      'home-area:weifang',
      'district:pudong',
    ]);
  });

  it('is offered once when code and name, or work and home, say the same', () => {
    const twice = routed(aWork({ employerName: '飞快速递', employerCode: '91350100M000100Y43', homeAreaId: 'beicai' }));
    expect(new Set(twice).size).toBe(twice.length);
    expect(twice.filter((each) => each.endsWith(':beicai'))).toEqual(['work-area:beicai']);
  });

  it('cannot be said when the area of work is none of ours', () => {
    expect(route(found(aWork({ workAreaId: 'suzhou' })), aWork({ workAreaId: 'suzhou' }))).toBeNull();
  });

  it('does not depend on the order in which unions are found', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(tree, { minLength: tree.length }), (shuffled) => {
        expect(routed(aWork({ employerName: '飞快速递', homeAreaId: 'weifang' }), shuffled)).toEqual(
          routed(aWork({ employerName: '飞快速递', homeAreaId: 'weifang' })),
        );
      }),
    );
  });

  it('is always said for an area of ours, once, and never the same union twice: nobody is stranded', () => {
    const occupations = ['courier', 'care', 'domestic'];
    const trees = fc
      .array(
        fc.record({
          areas: fc.integer({ min: 1, max: 4 }),
          kinds: fc.array(fc.nat(2), { maxLength: 3 }),
          employer: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((districts) =>
        districts.flatMap(({ areas, kinds, employer }, place) => {
          const top = `district-${place}`;
          const streets = Array.from({ length: areas }, (_none, nth) => `street-${place}-${nth}`);
          return [
            aUnion(top, { level: 'district', parentId: null, offices: officesOf(top) }),
            ...streets.map((id) =>
              aUnion(id, { parentId: UnionId.parse(top), offices: officesOf(id, top), serves: [`area:${id}`] }),
            ),
            ...kinds.map((kind, nth) =>
              aUnion(`federation-${place}-${nth}`, {
                level: 'federation',
                parentId: UnionId.parse(nth === 0 ? top : (streets[0] ?? top)),
                offices:
                  nth === 0
                    ? officesOf(`federation-${place}-${nth}`, top)
                    : officesOf(`federation-${place}-${nth}`, streets[0] ?? top, top),
                serves: [`industry:${occupations[kind] ?? ''}`],
              }),
            ),
            ...(employer
              ? [
                  aUnion(`firm-${place}`, {
                    level: 'grassroots',
                    parentId: UnionId.parse(streets[0] ?? top),
                    offices: officesOf(`firm-${place}`, streets[0] ?? top, top),
                    serves: ['employer-name:飞快速递'],
                  }),
                ]
              : []),
          ];
        }),
      );
    fc.assert(
      fc.property(
        trees,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...occupations),
        fc.constantFrom(null, '飞快速递', '别家', '公司'),
        (all, workAt, homeAt, occupation, employerName) => {
          const areas = all.filter(({ level }) => level === 'street').map(({ _id }) => _id);
          const work = aWork({
            occupation,
            employerName,
            workAreaId: areas[workAt % areas.length] ?? '',
            homeAreaId: homeAt % 3 === 0 ? null : (areas[homeAt % areas.length] ?? null),
          });
          const choices = routed(work, all);
          const unionIds = choices.map((choice) => choice.split(':')[1]);
          expect(new Set(unionIds).size).toBe(unionIds.length);
          expect(unionIds).toContain(work.workAreaId);
          for (const id of unionIds) expect(all.some(({ _id }) => _id === id)).toBe(true);
          expect(choices.at(-1)).toMatch(/^district:/);
        },
      ),
    );
  });
});

describe('the name of an employer', () => {
  it.each([
    '飞快速递',
    '上海飞快速递有限公司',
    '上海市飞快速递有限公司',
    '飞快速递有限责任公司',
    '飞快速递股份有限公司',
    '飞快速递公司',
    '上海 飞快速递 有限公司',
    '上海飞快速递有限公司工会',
    '上海飞快速递有限公司工会委员会',
  ])('is one and the same as %s', (name) => {
    expect(employerKey(name)).toBe('飞快速递');
  });

  it.each(['飞快物流有限公司', '北京飞快速递', '飞快速递浦东站'])('is another as %s', (name) => {
    expect(employerKey(name)).not.toBe('飞快速递');
  });

  it('is read the same in full-width letters', () => {
    expect(employerKey('ＳＡＰ中国有限公司')).toBe(employerKey('SAP中国'));
  });
});
