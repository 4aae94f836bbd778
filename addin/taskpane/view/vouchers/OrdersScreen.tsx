import type { ReactElement } from 'react';
import { Badge, Button, Text, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, LockClosedRegular } from '@fluentui/react-icons';
import { filesAction } from '../../../../shared/messages/fr/vouchers/filesPane.ts';
import * as text from '../../../../shared/messages/fr/vouchers/ordersPane.ts';
import { orderStates, type OrderState } from '../../../../shared/tables/vouchers/ordersTable.ts';
import type { OrderLine, VoucherBoard } from '../../model/vouchersState.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { Confirm } from '../Confirm.tsx';
import { useLook } from '../look.ts';
import { useQuestion } from '../useQuestion.ts';
import { useVouchers } from './useVouchers.ts';

const looks: Readonly<
  Record<OrderState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  validated: { color: 'brand', icon: <LockClosedRegular /> },
  ordered: { color: 'success', icon: <CheckmarkRegular /> },
  cancelled: { color: 'subtle', icon: <DismissRegular /> },
};

function OrderCard({ order }: { readonly order: OrderLine }): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const { asking, ask, giveUp, place } = useQuestion();
  const { number, month, regulation, state, since } = order;
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{text.orderName(number, regulation, month)}</h3>
        <Badge appearance="tint" color={looks[state].color} icon={looks[state].icon}>
          {orderStates[state]} {since}
        </Badge>
      </div>
      <Text>{text.orderSummary(order.vouchers, order.people, order.amount)}</Text>
      {asking ? (
        <Confirm
          question={text.cancelQuestion(number)}
          action={text.cancelAction}
          onConfirm={() => start((tasks) => tasks.life.cancel(number))}
          onGiveUp={giveUp}
        >
          <Text>{text.cancelMeans}</Text>
        </Confirm>
      ) : (
        <div className={look.row}>
          {state === 'validated' ? (
            <Button size="small" onClick={() => start((tasks) => tasks.life.markOrdered(number))}>
              {text.orderAction}
            </Button>
          ) : null}
          {state === 'cancelled' ? null : (
            <Button size="small" onClick={() => start((tasks) => tasks.files.open(number))}>
              {filesAction}
            </Button>
          )}
          {state === 'cancelled' ? null : (
            <span ref={place}>
              <Button size="small" onClick={ask}>
                {text.cancelAction}
              </Button>
            </span>
          )}
        </div>
      )}
    </li>
  );
}

/** The life of each order. */
export function OrdersScreen({ board }: { readonly board: VoucherBoard }): ReactElement {
  const look = useLook();
  return (
    <>
      <ScreenTitle>{text.ordersTitle}</ScreenTitle>
      {board.orders.length === 0 ? <Text>{text.noOrders}</Text> : null}
      <ul className={look.plain} aria-label={text.ordersTitle}>
        {board.orders.map((order) => (
          <OrderCard key={`${order.number} ${order.state}`} order={order} />
        ))}
      </ul>
    </>
  );
}
