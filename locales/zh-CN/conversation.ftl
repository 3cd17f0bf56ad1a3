### The conversation: timeline, composer, customer, and the dialogs about a ticket.

## The timeline

events-folded = { $count } 条事件
quote-show = 显示引用内容
quote-hide = 隐藏引用内容
withdrawn = 已撤回，客户未看到
call-noted = 电话记录
split-from = 拆分自
on-merged = 来自 { $reference }
file-download = 下载 { $name }
delivery-resting = 几秒后发出
secret-taken-why = 它在保存前已被移除，这里任何人都无法读取。
secret-kept-why = 这可能是机密信息，已封存；只有客户能决定发送或销毁。
secret-undecided = 其中可能有机密信息：是否让您看到由客户决定。

## Events

event-assigned-team = { $actor } 转交给 { $team }
event-assigned-both = { $actor } 分配给 { $team } 的 { $agent }
event-prioritised = { $actor } 将优先级设为：{ $priority }
event-tagged = { $actor } 添加标签：{ $add }
event-untagged = { $actor } 移除标签：{ $remove }
event-retagged = { $actor } 添加标签：{ $add }，移除：{ $remove }
event-snoozed = { $actor } 暂缓至 { $time } 或客户回复
event-woken-time = 已到时间，重新出现
event-woken-answer = 客户已回复，重新出现
event-woken-agent = { $actor } 唤回了此工单
event-withdrawn = { $actor } 撤回了第 { $number } 条回复
event-redacted = 第 { $number } 条消息中有一段机密信息被移除
event-secret-sent = 客户确认这不是机密信息，并发送了内容
event-secret-destroyed = 客户销毁了一段可能的机密信息：{ $kind }
event-secret-expired = 客户未作决定，一段可能的机密信息已销毁：{ $kind }
event-merged = { $actor } 将此工单合并到
event-absorbed = { $actor } 合并了
event-unmerged = { $actor } 取消了合并
event-released = { $actor } 拆回了
event-split = { $actor } 将第 { $number } 条拆分为
event-linked = { $actor } 关联了
event-unlinked = { $actor } 取消了关联
event-spam-marked = { $actor } 标记为垃圾
event-spam-cleared = { $actor } 标记为非垃圾
event-incident-linked = { $actor } 关联到
event-incident-unlinked = { $actor } 取消关联

## The head of a conversation

snoozed-until = 至 { $time } 或客户回复
viewing = { $name } 正在查看
typing-reply = { $name } 正在回复
typing-note = { $name } 正在写备注
tag-remove = 移除标签 { $tag }
more-actions = 更多操作
merged-into = 已合并，后续请见

## The composer

macro = 宏
attach = 添加附件
send-close = 发送并关闭
uploading = 正在上传…
drop-files = 将文件拖放到此处
formatting = 格式
mark-bold = 粗体
mark-italic = 斜体
mark-list = 列表
mark-quote = 引用
mark-code = 代码
mark-link = 链接
preview = 预览
preview-empty = 还没有可预览的内容。
mention = 提及同事
closes-after = 发送后关闭
closes-not = 不关闭
draft-taken = 文中有一段机密信息。它只留在这个屏幕上，保存的草稿中已将其移除。
asks-say = 您可以改为这样说：
asks-put-in = 用这句话替换
draft-newer = 您在另一台设备上继续编辑了此草稿：
draft-take = 使用那一份
draft-keep = 保留这一份
draft-both = 合并两份
files = 文件
file-remove = 移除 { $name }
upload-progress = { $percent }%，共 { $size }
upload-resume = 继续上传
upload-again = 重新选择文件以继续
too-many-files = 一条消息最多可附 { $max } 个文件。

## Sending

did-reply = 回复“{ $subject }”

## Macros

macros = 宏
macro-search = 查找宏
macros-none = 还没有宏。
macros-none-found = 没有符合的宏。
macro-other-language = 不是客户的语言
macro-also = 同时将
macro-does-tag = 标签：{ $tags }
macro-does-priority = 优先级：{ $priority }
macro-does-assign = 转交给 { $team }
macro-does-close = 发送后关闭
macro-used = 已使用 { $count } 次
macro-insert = 插入

## Merging, splitting, linking

do-merge = 合并
do-link = 关联
do-split = 拆分
do-incident = 关联事件
likely-the-same = 可能重复
why-same-customer = 同一客户
why-same-category = 同一类别
why-same-txid = 同一交易或订单
why-similar-text = 内容相近
why-flood = 近期多位客户提出
merged-here = 已合并到此
unmerge = 取消合并
linked = 已关联
unlink = 取消关联
find-ticket = 编号或关键词
find-none = 没有找到。
merge-title = 将 { $reference } 合并
merge-why = 用于同一客户就同一问题提交的两张工单。之后两段对话会一起显示。
merge-goes-on = 后续保留
merge-preview = { $from } 将合并到 { $into }，时间线共显示 { $count } 条记录。
merge-undoable = 可随时取消合并，不会丢失任何内容。
merge-impossible = 这两张工单无法合并。
refused-asks-for-secret = 它向客户索要机密信息，这是不允许的。
refused-already-merged = 其中一张已被合并，请先取消合并。
refused-merge-cycle = 它们已属于同一张工单。
refused-merge-other-customer = 客户不同，请改用关联。
refused-merge-too-many = 已合并的工单过多。
link-title = 关联 { $reference }
link-why = 用于彼此相关但仍分开处理的工单。
split-title = 拆分消息
split-why = 该消息将成为独立工单，用于同一客户的另一问题，同时仍保留在此对话中。
split-message = 消息
did-merge = 已将 { $from } 合并到 { $into }
did-unmerge = { $reference } 已恢复独立
did-link = 已关联 { $reference }
did-unlink = 已取消关联 { $reference }
did-split = 已拆分为 { $reference }

## New tickets

new-ticket = 新建工单
create-ticket = 创建工单
did-create = { $reference } 已创建
customer-find = 按姓名或邮箱查找客户
customer-none = 没有找到，请在下方填写。
customer-other = 换一位客户
customer-claimed = 您填写的邮箱在客户打开邮件中的链接后才算已验证。
customer-language = 客户语言

## Incidents

incident = 事件
incident-why = 同一原因的工单关联到一个事件：一次更新即可回复全部。
incident-tickets = { $count } 张工单
incidents-none = 没有进行中的事件。
incident-unlink = 取消关联
incident-new = 新建事件
incident-title = 问题概述
incident-text = 已知情况
incident-open = 新建并关联
did-incident = 已关联到“{ $title }”
did-incident-off = 已取消事件关联

## The customer

time-there = 当地时间
other-cases = 其他工单
ratings = 评分
ratings-mean = 平均 { $mean }/5，共 { $count } 次
customer-notes = 客户备注
customer-note-add = 添加客户备注
customer-tag = 标签
customer-tag-title = { $name } 的标签
customer-block = 屏蔽客户
customer-unblock = 取消屏蔽
customer-blocked = 已屏蔽：其来信归入垃圾，且不会发送邮件。
remove = 删除
did-customer-tag = 已更改 { $name } 的标签
did-customer-note = 已添加备注
did-customer-unnote = 已删除备注
did-block = 已屏蔽 { $name }
did-unblock = 已取消屏蔽 { $name }
