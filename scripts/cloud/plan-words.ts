import type { IndexDefinition } from '../../cloudfunctions/runtime/collections';
import type { Remark, Step } from './plan';
import { CLOSED } from './plan';

/** A step as a person reads it before it is taken. */
export function stepWords(step: Step): string {
  switch (step.act) {
    case 'create-collection':
      return `${step.collection}：建立集合`;
    case 'close-collection':
      return `${step.collection}：设为仅管理端可读写（现为 ${step.was ?? '未设置'}）`;
    case 'remove-probe':
      return `${step.collection}：清除上次中断留下的试写记录`;
    case 'drop-index':
      return `${step.collection}：删除索引 ${step.index}`;
    case 'create-index':
      return `${step.collection}：建立索引 ${indexWords(step.index)}`;
    case 'add-documents':
      return `${step.collection}：写入 ${step.documents.length} 条`;
    case 'replace-document':
      return `${step.collection}：改写 ${step.document._id}`;
  }
}

const indexWords = ({ name, keys, unique }: IndexDefinition): string =>
  `${name}（${keys.map(([field, direction]) => `${field} ${direction}`).join('，')}${unique === true ? '，唯一' : ''}）`;

export function remarkWords(remark: Remark): string {
  switch (remark.about) {
    case 'index-differs':
      return `${remark.collection}：索引 ${remark.index} 与代码声明的不同，查询或查重不可靠；加 --drop 可删除重建`;
    case 'index-not-ours':
      return `${remark.collection}：索引 ${remark.index} 不在清单里，已保留；加 --drop 可删除`;
    case 'collection-not-ours':
      return `${remark.collection}：集合不在清单里，已保留${remark.permission === CLOSED ? '' : `；现为 ${remark.permission ?? '未设置'}，请在控制台设为仅管理端可读写`}`;
    case 'documents-differ':
      return `${remark.collection}：${remark.ids.length} 条与初始数据不同，已保留（${someOf(remark.ids)}）；加 --overwrite 可改回`;
  }
}

const someOf = (ids: readonly string[]): string => `${ids.slice(0, 3).join('、')}${ids.length > 3 ? ' 等' : ''}`;
