help-callout-note = 说明
help-callout-tip = 提示
help-callout-warning = 重要

error-text-newer-title = 有人同时修改了内容
error-text-newer = 您打开之后，这篇内容已被修改，因此您的版本没有保存。您输入的内容仍在；请先查看新的内容，再保存一次。
error-second-person-title = 需要另一个人
error-second-person = 您参与了撰写，而这个版块要求由其他人批准。没有任何更改；请找一位同事审核。
error-approval-wanted-title = 尚未批准
error-approval-wanted = 这个版块的内容须由第二个人批准后才能发布。尚未发布；请先提交审核。
error-section-not-empty-title = 版块里还有内容
error-section-not-empty = 其中还有文章或子版块，因此没有删除。请先移走它们。
error-sections-full-title = 版块太多
error-sections-full = 帮助中心最多有 { $max } 个版块。没有新建。
error-image-too-large-title = 图片太大
error-image-too-large = 图片最大 { $megabytes } MB。没有保存；请缩小后再试。
error-image-type-title = 不支持的图片
error-image-type = 文章中可以显示 PNG、JPEG 和 WebP。没有保存；请换一种格式。
error-section-unknown = “{ $field }”所指的版块不存在。
error-section-cycle = 版块不能放在自己下面。
error-section-too-deep = 版块最多嵌套五层。
error-invalid-page-slug = “{ $field }”只能用小写拉丁字母、数字和单个连字符，最多 80 个字符。
error-slug-taken = “{ $field }”已被其他页面使用，请换一个。
error-too-far-ahead = “{ $field }”最多可设在一年之内。
error-invalid-days = “{ $field }”须为 1 到 { $max } 天。
field-section = 版块
field-parent = 上级版块
field-titles = 标题
field-summary = 摘要
field-keywords = 搜索词
field-related = 相关文章
field-review-days = 复核周期
field-at = 时间
error-lexicon-line = “{ $field }”的第 { $line } 行无法识别。没有保存；每行是一组用逗号分隔的同义词。
field-lines = 词库
help-category-general = 通用
## 帮助中心的页面

help-nav = 帮助文章
help-title = 帮助文章
help-lead = 由我们的团队撰写并核对，按主题整理。
help-empty = 这里暂时没有文章。请直接问我们，会有专人回复。
help-all = 查看所有主题
help-search = 搜索
help-search-label = 搜索帮助文章
help-search-example = 例如：充值未到账怎么办
help-search-empty = 输入关键词，或者直接写下您的问题。
# max is how many characters
help-search-cut = 您的问题较长，仅按前 { $max } 个字符搜索。
help-suggestions = 搜索建议
help-found = “{ $question }”的搜索结果
help-none = 暂时没有文章能回答这个问题
help-unsure = 没有找到想要的答案？
help-none-lead = 把问题发给我们：内容已经替您填好，会有专人回复。
help-none-ask = 提交这个问题
help-crumbs = 当前位置
help-author = 作者：{ $name }
help-reviewed-by = { $name } 于 { $date }核对
help-reviewed = { $date }核对
help-changed = { $date }更新
help-minutes = 阅读约 { $count } 分钟
help-stale = 本文自 { $date }起未再核对，部分内容可能已经变化。
help-stale-ask = 不确定？请问我们
# wanted and language are names of languages in themselves, such as 日本語
help-other = 本文暂无{ $wanted }版本，以下为 { $language } 版本。
help-contents = 本页内容
help-related = 接着阅读
help-versions = 所有版本
help-version = 第 { $number } 版
help-version-from = { $from }至 { $to }有效
help-version-since = 自 { $from }起有效
help-version-was = 这是第 { $number } 版，于 { $from }至 { $to }有效，现已失效。
help-version-is = 这是第 { $number } 版，自 { $from }起有效。
help-version-today = 查看现行版本
help-in-force = 提交时有效的规则
help-terms = 服务条款
help-privacy = 隐私政策
# brand is the exchange's name
help-feed = { $brand }帮助文章

## 这篇文章有帮助吗？

help-vote = 这篇文章有帮助吗？
help-vote-yes = 有
help-vote-no = 没有
help-vote-sorry = 感谢您告诉我们。哪里需要改进？
help-vote-why = 问题出在哪里？
help-reason-unclear = 难以理解
help-reason-outdated = 内容过时
help-reason-wrong = 内容有误
help-reason-other = 其他
help-vote-comment = 具体说明
help-vote-send = 提交
help-vote-thanks = 感谢您的反馈，这会帮到后来的人。
help-still = 问题还没有解决？
notice-solved = 很高兴帮到您。工单没有提交；如果仍需要我们，您填写的内容还在表单里。

## 表单旁边

fits-title = 这里可能已有答案
fits-tab = 在新标签页中打开
fits-solved = 问题已解决

## 主题

field-logo = 标志
field-accent-light = 浅色页面的强调色
field-accent-dark = 深色页面的强调色
field-header = 顶部链接
field-footer = 底部链接
field-terms = 服务条款
field-privacy = 隐私政策
field-href = 网址
error-invalid-colour = “{ $field }”不是有效的颜色。请填写 # 加六位十六进制数字，例如 #0b61a4。
error-contrast-low = “{ $field }”与底色 { $ground } 的对比度为 { $ratio }:1，达到 4.5:1 才能看清。尚未保存；浅色页面请选更深的颜色，深色页面请选更浅的颜色。
error-invalid-href = “{ $field }”必须以 https:// 开头，或是本站以 / 开头的路径。尚未保存，请改正。
error-picture-unknown = “{ $field }”所指的图片不存在。尚未保存，请先上传。
error-article-unknown = “{ $field }”所指的文章不存在。尚未保存，请检查短名称。
