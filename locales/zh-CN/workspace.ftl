### The frame of the workspace: views, list, search, many at once, keys, undo.

## Views and the list

views = 视图
view-team = 我的团队
view-snoozed = 已暂缓
view-spam = 垃圾信息
view-team-empty = 团队里没有待处理的工单。
view-snoozed-empty = 没有暂缓的工单。
view-spam-empty = 没有垃圾信息。
view-none = 这里没有工单。
view-unknown = 视图
views-by-category = 按类别
views-by-language = 按语言
mentions = 提到我的
mentions-empty = 还没有人提到您。同事在备注里写下 @您的工号，就会出现在这里。
mention-by = { $name } 在“{ $subject }”中提到了您
until = 至 { $time }
standing-open = 处理中
standing-snoozed = 已暂缓
standing-closed = 已关闭
standing-merged = 已合并
standing-spam = 垃圾信息
priority-urgent = 紧急
priority-high = 高
priority-normal = 普通
priority-low = 低
channel-form-short = 表单
channel-email-short = 邮件
channel-phone-short = 电话
channel-chat-short = 聊天
channel-social-short = 社媒
channel-forum-short = 论坛
channel-api-short = 接口
new-in-view = “{ $view }”中有 { $count } 张新工单
new-on-top = { $count } 张新工单
line-live = 实时更新
line-polling = 每隔几秒更新
line-off = 连接已断开
skip = 跳到内容

## Saved views

view-new = 新建视图
view-edit = 修改视图
view-edit-named = 修改视图“{ $title }”
view-save = 存为视图
view-title = 名称
view-query = 筛选条件
view-query-hint = 写法与搜索相同，如 category:deposit state:open assignee:me -tag:vip
view-shared = 谁能看到
view-shared-me = 仅自己
view-shared-team = 一个团队
view-shared-all = 所有人
view-up = 上移
view-down = 下移
view-place = 第 { $place } 个，共 { $total } 个
view-delete = 删除
view-saved = 已保存视图“{ $title }”
view-deleted = 已删除视图“{ $title }”
save = 保存
team = 团队

## Search

search = 搜索工单
search-hint = 搜索  category:deposit 未到账
search-results = 搜索结果
search-for = 搜索：{ $query }
search-none = 没有找到符合的工单。可以少写几个词，或去掉一个筛选条件。
search-start = 输入要找的词，或 category: state: assignee: tag: before: 等筛选条件；短语加引号。
search-clear = 清除搜索
search-suggestions = 搜索建议

## Selecting, and one action on many

select = 选择
select-ticket = 选择“{ $subject }”
select-loaded = 全选 { $count } 张
bulk = 批量处理
bulk-selected = 已选 { $count } 张
bulk-running = 正在处理…
bulk-undoing = 正在撤销…
bulk-undone = 已撤销 { $count } 张
bulk-lost = 没有等到结果，请刷新列表查看处理到哪里。
bulk-failed = 有 { $count } 张未能处理。
bulk-did-close = 已关闭 { $count } 张工单
bulk-did-reopen = 已重新打开 { $count } 张工单
bulk-did-assign = 已将 { $count } 张工单分配给 { $name }
bulk-did-hand-back = 已将 { $count } 张工单退回待分配
bulk-did-tag = 已更改 { $count } 张工单的标签：{ $tags }
bulk-did-priority = 已将 { $count } 张工单设为“{ $priority }”
bulk-did-snooze = 已将 { $count } 张工单暂缓至 { $time }
bulk-did-wake = 已唤回 { $count } 张工单
bulk-did-spam = 已将 { $count } 张工单标为垃圾信息
bulk-did-unspam = 已恢复 { $count } 张工单
bulk-reply-why = 每位客户都会在自己的工单中收到这条回复；几秒内可以撤回。
bulk-note-why = 备注会写入每张工单，客户看不到。
bulk-did-reply = 已回复 { $count } 张工单
bulk-did-note = 已为 { $count } 张工单添加备注
bulk-did-merge = 已将 { $count } 张工单合并到 { $into }
bulk-did-incident = 已将 { $count } 张工单关联到“{ $title }”
bulk-did-incident-off = 已将 { $count } 张工单移出事件

## What can be done to a ticket

assign = 分配
tag = 标签
priority = 优先级
snooze = 暂缓
wake = 唤回
spam = 垃圾信息
unspam = 不是垃圾信息
assign-title = 把“{ $subject }”分配给
assign-hint = 姓名、工号或团队
assign-to = 分配给 { $name }
assign-to-me = { $name }（我）
assign-nobody = 不分配给任何人
tag-title = “{ $subject }”的标签
tag-hint = 添加或移除标签
tag-new = 新标签 #{ $tag }
priority-title = “{ $subject }”的优先级
snooze-title = 把“{ $subject }”暂缓至，或直到客户回复
snooze-hint = 也可输入 2h、3d、14:30 或 2026-11-25 09:00
snooze-hour = 1 小时后
snooze-hours = 4 小时后
snooze-tomorrow = 明天上午
snooze-monday = 下周一上午
snooze-week = 一周后
snooze-until = 暂缓至

## What was done, and taking it back

toasts = 刚才的操作
dismiss-toast = 不再显示
undo = 撤销
undone = 已撤销：{ $what }
did-close = 已关闭“{ $subject }”
did-reopen = 已重新打开“{ $subject }”
did-assign = 已将“{ $subject }”分配给 { $name }
did-hand-back = 已将“{ $subject }”退回待分配
did-priority = “{ $subject }”的优先级：{ $priority }
did-tag = “{ $subject }”的标签：{ $tags }
did-snooze = “{ $subject }”暂缓至 { $time }
did-wake = 已唤回“{ $subject }”
did-spam = 已将“{ $subject }”标为垃圾信息
did-unspam = “{ $subject }”不再是垃圾信息
did-send = 回复将在倒计时结束后发出

## The palette

palette = 命令
palette-hint = 输入命令、视图或同事
palette-none = 没有匹配项
palette-commands = 命令
palette-views = 视图
palette-pages = 页面
palette-people = 人员
palette-teams = 团队

## Keys

keys-list = 列表
keys-ticket = 工单
keys-writing = 撰写
keys-going = 前往与全局
key-select = 选择此行
key-select-to = 选择到此行
key-select-all = 选择全部已加载的行
key-select-none = 取消选择
key-search = 搜索
key-send-close = 发送并关闭，转到下一张
key-macro = 宏
key-attach = 添加附件
key-assign = 分配…
key-tag = 标签…
key-priority = 优先级…
key-snooze = 暂缓…
key-wake = 唤回
key-merge = 合并…
key-split = 拆分…
key-link = 关联…
key-incident = 关联事件…
key-spam = 标为垃圾信息，或取消
key-customer = 客户信息
key-palette = 命令面板
key-undo = 撤销上一步
key-views = 前往视图…
key-mentions = 提到我的
key-new-ticket = 代客户新建工单
key-save-view = 将当前内容存为视图
keys-change = 更改快捷键
keys-kept = 更改只保存在这台设备上，仅对您的账号有效。
keys-preset = 预设方案
keys-preset-dengta = Dengta
keys-preset-zendesk = Zendesk
keys-press = 请按键…
keys-none = 无
keys-changed = { $name }：{ $keys }
keys-change-named = { $name }：{ $keys }。点击更改
keys-back = 恢复默认
keys-back-named = { $name }：恢复默认
keys-remove = 移除
keys-remove-named = { $name }：移除快捷键
keys-conflict = 与“{ $name }”冲突
keys-refused-browser = 这个组合属于浏览器，请换一个。
keys-refused-control = 按钮和输入框需要这个键，请换一个。
keys-reset = 全部恢复默认
keys-reset-done = 快捷键已恢复默认
