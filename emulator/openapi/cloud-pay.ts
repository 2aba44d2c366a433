import { randomBytes } from 'node:crypto';
import type { ApiRequest } from './answer';
import { textIn } from './answer';
import type { Order, Said } from './payment-fields';
import { done, failed, idOf, inDigits, noticeOf, paidFields, paymentFor, refused } from './payment-fields';

/** What WeChat tells the function that an order names once it is paid: field names as the function sees them. */
type PaymentNotice = { readonly functionName: string; readonly event: Readonly<Record<string, unknown>> };

type Call = (fields: ApiRequest, openid: string) => Said;

/**
 * WeChat Pay as `cloud.cloudPay` reaches it: orders in memory, nothing is ever paid but by `pay`.
 *
 * Source of fields and error codes: WeChat Pay's documentation of release 2, which `cloudPay` follows.
 */
export function createCloudPay(now: () => Date = () => new Date()) {
  const orders = new Map<string, Order>();

  const known = (fields: ApiRequest, act: (order: Order) => Said): Said => {
    const order =
      orders.get(textIn(fields, 'out_trade_no')) ??
      [...orders.values()].find(({ transactionId: id }) => id !== '' && id === textIn(fields, 'transaction_id'));
    return order === undefined ? failed('ORDERNOTEXIST', '订单不存在') : act(order);
  };

  const calls: Readonly<Record<string, Call>> = {
    unifiedOrder: (fields, openid) => {
      const missing = ['body', 'out_trade_no', 'spbill_create_ip', 'sub_mch_id'].find((name) => !textIn(fields, name));
      if (missing !== undefined) return refused(`缺少参数 ${missing}`);
      const { total_fee: totalFee } = fields;
      if (!isFen(totalFee)) return refused('参数 total_fee 应为正整数');
      const number = textIn(fields, 'out_trade_no');
      if (!/^[\w|*@-]{1,32}$/.test(number)) return refused('参数 out_trade_no 格式错误');
      const earlier = orders.get(number);
      if (earlier?.state === 'CLOSED') return failed('ORDERCLOSED', '订单已关闭');
      if (earlier !== undefined && earlier.state !== 'NOTPAY') return failed('ORDERPAID', '该订单已支付');
      if (earlier !== undefined && earlier.totalFee !== totalFee) return failed('OUT_TRADE_NO_USED', '商户订单号重复');
      orders.set(number, {
        fields,
        openid,
        totalFee,
        state: 'NOTPAY',
        transactionId: '',
        timeEnd: '',
        refunds: new Map(),
      });
      const prepayId = `wx${randomBytes(17).toString('hex')}`;
      return done({ trade_type: 'JSAPI', prepay_id: prepayId, payment: paymentFor(prepayId, now()) }, fields);
    },

    queryOrder: (fields) =>
      known(fields, (order) => {
        const state = { trade_state: order.state, out_trade_no: textIn(order.fields, 'out_trade_no') };
        return done(order.transactionId === '' ? state : { ...state, ...paidFields(order) }, order.fields);
      }),

    closeOrder: (fields) =>
      known(fields, (order) => {
        if (order.state === 'SUCCESS' || order.state === 'REFUND') return failed('ORDERPAID', '该订单已支付');
        order.state = 'CLOSED';
        return done({}, order.fields);
      }),

    refund: (fields) =>
      known(fields, (order) => {
        const number = textIn(fields, 'out_refund_no');
        const { refund_fee: fee, total_fee: totalFee } = fields;
        if (number === '') return refused('缺少参数 out_refund_no');
        if (!isFen(fee)) return refused('参数 refund_fee 应为正整数');
        if (totalFee !== order.totalFee) return failed('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致');
        if (order.transactionId === '') return failed('INVALID_REQUEST', '订单未支付');
        const others = [...order.refunds].reduce((sum, [one, given]) => (one === number ? sum : sum + given), 0);
        if (others + fee > order.totalFee) return failed('INVALID_REQUEST', '累计退款金额大于支付金额');
        order.refunds.set(number, fee);
        order.state = 'REFUND';
        return done(
          { ...paidFields(order), out_refund_no: number, refund_id: idOf(`refund ${number}`), refund_fee: fee },
          order.fields,
        );
      }),

    queryRefund: (fields) =>
      known(fields, (order) => {
        if (order.refunds.size === 0) return failed('REFUNDNOTEXIST', '退款订单查询失败');
        const refunds = [...order.refunds].flatMap(([number, fee], index): readonly (readonly [string, unknown])[] => [
          [`out_refund_no_${index}`, number],
          [`refund_id_${index}`, idOf(`refund ${number}`)],
          [`refund_fee_${index}`, fee],
          [`refund_status_${index}`, 'SUCCESS'],
        ]);
        return done(
          { ...paidFields(order), refund_count: order.refunds.size, ...Object.fromEntries(refunds) },
          order.fields,
        );
      }),
  };

  return {
    /**
     * @param fields in snake case, as the SDK sends them
     * @param openid who has called the function, and so will pay
     * @returns undefined for a call that is not imitated
     */
    call: (api: string, fields: ApiRequest, openid: string): Said | undefined =>
      Object.hasOwn(calls, api) ? calls[api]?.(fields, openid) : undefined,

    list: () =>
      [...orders].map(([number, { state, totalFee, openid, fields }]) => ({
        outTradeNo: number,
        state,
        totalFee,
        openid,
        body: textIn(fields, 'body'),
      })),

    /** Pays an order, as its buyer would on the telephone. A second time it is told again, as WeChat does. */
    pay(number: string): PaymentNotice | undefined {
      const order = orders.get(number);
      if (order === undefined || order.state === 'CLOSED' || order.state === 'REFUND') return undefined;
      if (order.state === 'NOTPAY') {
        order.state = 'SUCCESS';
        order.transactionId = idOf(number);
        order.timeEnd = inDigits(now());
      }
      return { functionName: textIn(order.fields, 'function_name'), event: noticeOf(order) };
    },

    clear: (): void => orders.clear(),
  };
}

export type CloudPay = ReturnType<typeof createCloudPay>;

const isFen = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
