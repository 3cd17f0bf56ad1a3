### 视图、批量操作、事件、草稿

## 视图

field-shared = 共享范围
field-position = 位置
error-view-filter-alone = “{ $field }”只能用于全部待处理工单，且分类和语言不能同时使用。请把这些条件另存为视图。
error-view-not-of-filters = 保存的视图只按筛选条件，不支持关键词、引号短语或日期。请只保留筛选条件；要查找文字，请使用搜索。
error-too-many-views-title = 视图太多
error-too-many-views = 您最多可以保存 { $max } 个视图。这次没有保存，请先删除不再使用的视图。

## 批量操作

field-tickets = 工单
field-action = 操作
error-too-many-tickets = 一次最多处理 { $max } 个工单。没有执行任何操作，请减少选择。
error-bulk-busy-title = 请等待其他操作完成
error-bulk-busy = 您有 { $max } 个操作仍在进行，这个操作没有开始。请等其中一个完成后再试。
error-bulk-running-title = 仍在进行
error-bulk-running = 这个操作仍在进行，完成后即可撤销。
error-bulk-undone-title = 已经撤销
error-bulk-undone = 这个操作之前已撤销，没有任何改动。
error-bulk-lasting-title = 无法撤销
error-bulk-lasting = 这个操作无法撤销，或已超过十分钟的撤销期限。没有任何改动，您可以逐个修改工单。
error-changed-since-title = 之后有改动
error-changed-since = 之后有人改动了这个工单，因此保持原样。
error-bulk-stopped-title = 已停止
error-bulk-stopped = 发起人已无权执行，因此在处理这个工单之前停止。

## 事件

field-incident = 事件
field-texts = 文本
error-incident-unknown = 没有这个进行中的事件。没有任何改动，请从列表中选择。
error-incident-closed-title = 事件已结束
error-incident-closed = 这个事件已结束，没有发送或更改任何内容。如果问题仍在继续，请新建一个事件。
error-incident-unlinked-title = 已不再关联
error-incident-unlinked = 这个工单在此期间已从事件中移除，因此没有回复。
error-not-awaiting-title = 已不在处理中
error-not-awaiting = 这个工单在此期间已关闭，因此没有回复。
error-text-language = 文本可以使用 { $known }。请选择其中一种语言。

## 草稿

field-revision = 版本
field-seen = 已读到
error-too-many-drafts-title = 草稿太多
error-too-many-drafts = 您有 { $max } 份未发送的草稿。这一份只保存在此浏览器中，请发送或丢弃一些。
