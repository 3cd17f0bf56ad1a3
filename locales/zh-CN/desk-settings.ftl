### The settings pages of the workspace, and incidents.

## Frame

settings = 设置
settings-agents = 客服人员
settings-teams = 团队
settings-categories = 类别与字段
settings-macros = 宏
settings-tags = 标签
settings-views = 视图
settings-channels = 渠道
settings-languages = 语言
settings-hours = 服务时间
settings-saved = 已保存
settings-reload = 查看新版本
settings-discard = 放弃更改
edit = 编辑
edit-named = 编辑 { $name }
remove-named = 删除 { $name }
move-up = 上移 { $name }
archive = 归档
archive-named = 归档 { $name }
archive-title = 归档 { $name }？
description = 说明
colour = 颜色
date = 日期
time-zone = 时区

## History

history = 更改记录
history-none = 还没有更改。
history-made = 新增了
history-changed = 更改了
history-removed = 删除了

## Teams

teams-why = 可将工单转交给团队，成员会在“我的团队”中看到。
teams-none = 还没有团队。
team-new = 新建团队
team-size = { $count } 名成员
team-members = 成员
team-archive-consequence = 其未关闭的工单将不属于任何团队，时间线会注明；已关闭的保留团队名称。

## Tags

tags-why = 标签在使用时即会创建，这里可为其添加说明和颜色。
tags-none = 还没有标签。
tag-describe = 添加标签说明
tag-name-hint = 字母、数字、- 和 _，不含空格
tag-remove-title = 从列表中移除 #{ $tag }？
tag-remove-consequence = 已有此标签的工单会保留，再次使用时会重新出现。
colour-none = 无
colour-grey = 灰
colour-red = 红
colour-orange = 橙
colour-yellow = 黄
colour-green = 绿
colour-teal = 青
colour-blue = 蓝
colour-purple = 紫
colour-pink = 粉

## Views

views-why = 视图是带名称和准确计数的筛选条件。
views-none = 还没有保存的视图。

## Macros

macros-why = 反复使用的文本和操作，支持各种语言。
macro-new = 新建宏
macro-last = 最近 { $time }
macro-title = 标题
macro-group = 分组
macro-group-hint = 在列表中的归类
macro-text = { $language }文本
placeholders = 占位符
macro-preview-for = 预览工单
macro-preview-saved = 保存后会填入占位符内容。
macro-tags = 标签
macro-tags-hint = 例如 vip -new：添加 vip，移除 new
macro-hand-over = 转交给
macro-visible = 可见范围
macro-remove-title = 删除宏“{ $title }”？
macro-remove-consequence = 用它写过的回复不受影响。

## Categories

categories-why = 客户可选择的类别、每类需填写的内容、负责团队和答复时限。
category-fields = { $count } 个字段
category-add = 添加类别
category-slug = 网址名称
category-slug-hint = 小写字母、数字和 -，保存后不可更改
category-hint = 说明
category-weight = 对话权重
category-weight-hint = 1 到 5：这类聊天占用客服几个名额。
category-promise = 单独的答复时限
promise-unit = 计时单位
unit-hours = 小时
unit-working-hours = 工作小时
unit-working-days = 工作日
category-asks = 需填写的内容
ask-required = 必填
ask-optional = 选填
ask-hidden = 不填写
field-add = 添加字段
field-key = API 名称
field-input = 填写方式
field-why = 询问原因
input-line = 单行
input-lines = 多行
input-amount = 金额
input-choice = 选项
choice-value = 值
choice-add = 添加选项

## Channels

channels-why = 各渠道的开放范围。
channels-phone = 客服可记录电话
channels-form = 谁可以使用表单
door-anyone = 任何人
door-proved = 已验证邮箱的客户
door-signed-in = 已登录的客户

## Languages and hours

languages-why = 网站提供的语言，按此顺序显示。
language-default = 其他访客使用
hours-why = 有人值班的时间：向客户显示，并用于计算工作时间时限。
hours-always = 全天候服务：未设置日历。
hours-closed = 休息
hours-add = 添加 { $day } 的时段
hours-from = 从
hours-to = 至
holidays = 节假日
holiday-add = 添加节假日
calendar-add = 添加日历
calendar-remove = 删除此日历

## Incidents

incidents = 事件
incident-create = 新建事件
incident-close = 关闭事件
incident-close-title = 关闭“{ $title }”？
incident-close-consequence = 工单保持关联且不会关闭，之后不再提供关联此事件。
incident-update = 向所有客户发送更新
incident-update-why = 将以客户的语言回复所有关联工单；缺少该语言时使用英语或已有的第一种语言。
incident-update-in = { $language }更新内容
incident-update-send = 回复 { $count } 张工单
incident-updates = 已发送的更新
update-going = 已回复 { $done }/{ $total }…
update-gone = 已回复 { $done }/{ $total }

## 官方渠道

settings-official = 官方渠道
official-why = “这真的是你们吗？”据此回答，仿冒链接也据此识别。本服务台自己的网址、邮箱和联系方式自动算作官方。
official-add = 添加品牌
official-remove = 移除此品牌
official-id = 标识
official-id-hint = 小写字母和数字；只有客服和程序能看到
official-names = 名称
official-names-hint = 每行一个，包括各种语言和文字的写法
official-domains = 域名
official-domains-hint = 每行一个，例如 dengta.example；其下的子域名都算
official-addresses = 其他邮箱地址
official-addresses-hint = 每行一个；上述域名的邮箱自动算作官方
official-phones = 电话号码
official-phones-hint = 每行一个，带国家或地区代码
official-handles = 账号
official-handles-hint = 每行一个，例如 @dengta

## How long customers may decide

settings-secrets = 可能是机密的内容
secrets-why = 一长串字符可能是私钥，也可能是交易哈希。客服看不到它，由写下它的客户决定发送还是销毁。超过这个时间仍未决定，就会销毁。
secrets-days = 决定期限（天）
secrets-days-hint = 1 到 30 天。已在等待决定的内容保持原来的期限
