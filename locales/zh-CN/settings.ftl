### 团队、标签、宏与设置：哪里不对。

## 字段

field-title = 标题
field-group = 分组
field-texts = 文本
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
