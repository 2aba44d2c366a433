import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';
import { wxCloud } from '../testing/wx-server-sdk';
import { createCloudPay } from './cloud-pay';

const order = {
  body: '志愿者背包',
  out_trade_no: 'T1',
  total_fee: 1990,
  spbill_create_ip: '127.0.0.1',
  sub_mch_id: '1900000109',
  env_id: 'local-env',
  function_name: 'paid',
  attach: 'red',
};

describe('the rules of WeChat Pay', () => {
  const pay = createCloudPay(() => new Date('2026-02-28T16:00:01Z'));
  beforeEach(() => pay.clear());
  const ask = (api: string, fields: object) => pay.call(api, { ...fields }, 'lin');
  const refund = (fields: object) => ask('refund', { out_trade_no: 'T1', total_fee: 1990, ...fields });

  it('an order is unpaid until it is paid, and says when and by whom', () => {
    expect(ask('unifiedOrder', order)).toMatchObject({
      return_code: 'SUCCESS',
      result_code: 'SUCCESS',
      sub_mch_id: '1900000109',
      payment: { timeStamp: '1772294401', package: expect.stringMatching(/^prepay_id=wx\w{34}$/) as string },
    });
    expect(ask('queryOrder', { out_trade_no: 'T1' })).toMatchObject({ trade_state: 'NOTPAY' });
    const notice = pay.pay('T1');
    expect(notice).toMatchObject({
      functionName: 'paid',
      event: { returnCode: 'SUCCESS', outTradeNo: 'T1', totalFee: 1990, subOpenid: 'lin', timeEnd: '20260301000001' },
    });
    const { transactionId } = notice?.event as { transactionId: string };
    expect(transactionId).toMatch(/^42\d{26}$/);
    expect(ask('queryOrder', { transaction_id: transactionId })).toMatchObject({
      trade_state: 'SUCCESS',
      attach: 'red',
    });
    expect(pay.list()).toMatchObject([{ outTradeNo: 'T1', state: 'SUCCESS', openid: 'lin' }]);
  });

  it.each([
    [{ body: '' }, '缺少参数 body'],
    [{ total_fee: 0 }, '参数 total_fee 应为正整数'],
    [{ total_fee: 9.5 }, '参数 total_fee 应为正整数'],
    [{ total_fee: '9' }, '参数 total_fee 应为正整数'],
    [{ out_trade_no: '订单' }, '参数 out_trade_no 格式错误'],
  ])('an order with %j is refused', (fields, words) => {
    expect(ask('unifiedOrder', { ...order, ...fields })).toEqual({ return_code: 'FAIL', return_msg: words });
    expect(pay.list()).toEqual([]);
  });

  it('a number is one order: asked for again at another price, when paid, when closed', () => {
    ask('unifiedOrder', order);
    expect(ask('unifiedOrder', order)).toMatchObject({ result_code: 'SUCCESS' });
    expect(ask('unifiedOrder', { ...order, total_fee: 1 })).toMatchObject({ err_code: 'OUT_TRADE_NO_USED' });
    pay.pay('T1');
    expect(ask('unifiedOrder', order)).toMatchObject({ err_code: 'ORDERPAID' });
    expect(ask('closeOrder', { out_trade_no: 'T1' })).toMatchObject({ err_code: 'ORDERPAID' });
    ask('unifiedOrder', { ...order, out_trade_no: 'T2' });
    expect(ask('closeOrder', { out_trade_no: 'T2' })).toMatchObject({ result_code: 'SUCCESS' });
    expect(ask('unifiedOrder', { ...order, out_trade_no: 'T2' })).toMatchObject({ err_code: 'ORDERCLOSED' });
    expect(pay.pay('T2')).toBeUndefined();
  });

  it('what was paid can be given back, in parts, once each, and no more than that', () => {
    ask('unifiedOrder', order);
    expect(refund({ out_refund_no: 'R1', refund_fee: 990 })).toMatchObject({ err_code_des: '订单未支付' });
    pay.pay('T1');
    expect(ask('queryRefund', { out_trade_no: 'T1' })).toMatchObject({ err_code: 'REFUNDNOTEXIST' });
    expect(refund({ out_refund_no: 'R1', refund_fee: 990 })).toMatchObject({ result_code: 'SUCCESS', refund_fee: 990 });
    expect(refund({ out_refund_no: 'R1', refund_fee: 990 })).toMatchObject({ result_code: 'SUCCESS' });
    expect(refund({ out_refund_no: 'R2', refund_fee: 1001 })).toMatchObject({ err_code: 'INVALID_REQUEST' });
    expect(refund({ out_refund_no: 'R2', refund_fee: 1, total_fee: 2 })).toMatchObject({ err_code: 'INVALID_REQUEST' });
    expect(refund({ out_refund_no: 'R2', refund_fee: 1000 })).toMatchObject({ result_code: 'SUCCESS' });
    expect(ask('queryRefund', { out_trade_no: 'T1' })).toMatchObject({ refund_count: 2, refund_fee_1: 1000 });
    expect(ask('queryOrder', { out_trade_no: 'T1' })).toMatchObject({ trade_state: 'REFUND' });
  });

  it('an unknown order does not exist, and an unknown call is none', () => {
    for (const api of ['queryOrder', 'closeOrder', 'refund', 'queryRefund']) {
      expect(ask(api, { out_trade_no: 'T9' })).toMatchObject({ err_code: 'ORDERNOTEXIST' });
    }
    expect(ask('downloadBill', {})).toBeUndefined();
    expect(ask('constructor', {})).toBeUndefined();
  });
});

describe('a shop with wx-server-sdk', () => {
  const cloud = wxCloud();
  const heard: unknown[] = [];
  let emulator: RunningEmulator;
  beforeAll(async () => {
    const buy = () =>
      cloud.cloudPay['unifiedOrder']?.({
        body: '背包',
        outTradeNo: 'shop-1',
        totalFee: 1,
        spbillCreateIp: '127.0.0.1',
        subMchId: '1900000109',
        envId: 'local-env',
        functionName: 'paid',
      });
    const paid = (event: unknown) => {
      heard.push(event);
      return { errcode: 0, errmsg: 'ok' };
    };
    const functions = { handlers: { buy, paid } };
    emulator = await startEmulator({ port: 0, dataFile: ':memory:', collections: [], functions });
  });
  afterAll(() => emulator.stop());

  it('sells: the order gives what wx.requestPayment wants, its payment calls the function it names', async () => {
    const { result } = await emulator.call('buy', {}, { openid: 'lin' });
    expect(result).toMatchObject({
      errMsg: 'cloudPay.unifiedOrder:ok',
      resultCode: 'SUCCESS',
      payment: { signType: 'MD5' },
    });
    const unpaid = (await (await fetch(`${emulator.address}/emulator/payments`)).json()) as unknown;
    expect(unpaid).toEqual([{ outTradeNo: 'shop-1', state: 'NOTPAY', totalFee: 1, openid: 'lin', body: '背包' }]);
    const told = await fetch(`${emulator.address}/emulator/payments/shop-1`, { method: 'POST' });
    expect(await told.json()).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(heard).toMatchObject([
      { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'shop-1', subOpenid: 'lin' },
    ]);
    const unknown = await fetch(`${emulator.address}/emulator/payments/other`, { method: 'POST' });
    expect(unknown.status).toBe(404);
  });
});
