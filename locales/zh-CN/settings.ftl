### 团队、标签、宏与设置：哪里不对。

## 字段

field-title = 标题
field-group = 分组
field-actions = 动作
field-visible-to = 可见范围
field-team = 团队
field-members = 成员
field-description = 说明
field-colour = 颜色
field-zh-CN = 简体中文文本
field-zh-TW = 繁體中文文本
field-en = English 文本
field-ko = 한국어 文本
field-ja = 日本語 文本

## 字段哪里不对

error-name-taken = 已经有同名的了。没有保存任何内容，请换一个“{ $field }”。
error-too-many = “{ $field }”最多 { $max } 个，现在有 { $actual } 个。没有保存任何内容，请去掉一些。
error-member-unknown = “{ $field }”里有人不在（或已不在）这里工作。没有保存任何内容，请从客服列表中选择。
error-action-twice = 这个宏有两个同类的动作。没有保存任何内容，请只留一个。
error-template-broken = “{ $field }”第 { $line } 行无法读取：少了花括号、引号或结束语句。请改正后再保存。
error-template-refused = “{ $field }”第 { $line } 行用了宏里没有的写法。宏只支持占位符、if、else 和 include。
error-template-placeholder = “{ $field }”里的“{ $name }”不存在。请从列表中选择占位符。
error-template-long = “{ $field }”生成起来太费时。请少引用一些宏。
error-template-large = “{ $field }”生成后会超过一条消息的 { $max } 个字符。请缩短，或少引用一些内容。
error-include-loop = “{ $field }”引用了自己：{ $path }。请去掉其中一处。
error-include-many = “{ $field }”引用的宏太多或层数太深，停在“{ $title }”。请少引用一些。
error-include-unknown = “{ $field }”引用了“{ $title }”，但所有人可见的宏里没有这个标题。请核对标题。

## 问题

error-setting-moved-title = 别人刚改过
error-setting-moved = 您打开之后有人保存了新的版本，所以您的没有保存。您填写的内容已保留，请看过对方的改动后再保存。
error-macro-included-title = 其他宏在引用它
error-macro-included = 它没有变动，因为这些宏在引用它：{ $titles }。请先从中去掉引用。
error-macros-full-title = 宏太多了
error-macros-full = 最多可以有 { $max } 个宏。没有保存任何内容，请删除一些没人用的。

## 设置：字段

field-categories = 类别
field-calendars = 日历
field-offered = 提供的语言
field-default = 默认语言
field-slug = 短名称
field-promise = 答复承诺
field-time-zone = 时区
field-holidays = 节假日
field-hours = 时间
field-date = 日期
field-labels = 名称
field-choices = 选项
field-hints = 说明文字
field-names = 名称
field-channel = 渠道
field-call = 通话

## 设置：哪里不对

error-invalid-time-zone = “{ $field }”不是有效的时区。请选择例如 Asia/Shanghai。
error-invalid-date = “{ $field }”不是有效的日期。请写成 2026-10-01 的样子。
error-invalid-clock = “{ $field }”不是有效的时间。请写成 09:00 的样子。
error-invalid-promise = “{ $field }”须从最快到最慢，最少 1，最多 2400。
error-invalid-slug = “{ $field }”只能用小写字母和数字，并以字母开头。
error-category-missing = 缺少“{ $slug }”。自带的类别可以停用，但不能去掉。
error-category-used = “{ $slug }”已有工单，不能去掉。请改为停用。
error-category-needed = 这个类别不能停用：被锁定或被盗的人没有别的办法。
error-always-open = 这个表单始终对所有人开放：被锁定的人无法先登录。
error-channel-off = 这个渠道已在设置中关闭。没有保存任何内容。

## 问题

error-form-proved-title = 请先证明是您本人
error-form-proved = 这个表单只对我们认识的客户开放。请打开“我的工单”让我们把链接发到您的邮箱，或从交易所进入。如果您无法登录，找回账户的表单对所有人开放。
error-form-signed-in-title = 请从交易所进入
error-form-signed-in = 这个表单只对已登录交易所的客户开放，请从交易所打开客服。如果您无法登录，找回账户的表单对所有人开放。

## 客户看到的工作时间

hours-open = 客服在线，至 { $time }
hours-closed = 客服将于 { $time } 回来；现在提交会照常排队
duration-working-hours = { $count } 个工作小时
range-working-hours = { $from }–{ $to } 个工作小时
