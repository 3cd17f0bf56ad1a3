### The customers' pages.

## Around every page

site-name = { $brand } 帮助
site-skip = 跳到正文
site-cases = 我的工单
site-language = 切换语言
site-sign-out = 退出
site-signed-in = 已登录为 { $who }
site-never-ask = 我们绝不会索要密码、验证码、私钥或助记词，也不会要求远程控制您的设备。
site-report = 有人向您索要？请举报
site-home = 返回首页

## Front page

front-title = 遇到什么问题？
front-lead = 说说发生了什么。您会得到一个编号，随时看得到谁在处理、何时答复。
front-ask = 提交工单
front-cases = 查看我的工单
front-common = 最常见的问题
front-all = 全部问题类型
front-ways = 联系我们
ways-channel = 渠道
ways-for = 适合
ways-open = 服务时间
ways-answer = 答复时间
ways-terms = 语言与费用
ways-always = 全天开放
ways-open-now = 现在开放
ways-closed-now = 现在休息
# zone is a name such as Asia/Singapore or UTC
ways-hours = { $from }–{ $to }（{ $zone }）
ways-local-call = 按本地通话收费
ways-usual = 通常 { $range }
ways-guests = 无需登录
ways-sign-in = 需要登录
ways-free = 免费

## Choosing a category

ask-title = 您遇到的是哪一类问题？
ask-lead = 选最接近的一项，我们只问与它有关的内容。选错也没关系，客服会调整。
ask-group-money = 充值与提现
ask-group-trading = 交易
ask-group-account = 账户与安全
ask-group-general = 其他

## The form

form-back = 更换问题类型
form-never-title = 请不要填写任何秘密
form-never = 密码、验证码、私钥、助记词和 API Secret 我们从不需要，客服也绝不会问。
form-details = 这类问题需要的信息
form-problem = 发生了什么
form-contact = 怎么联系您
form-more = 更多细节
form-more-why = 都可不填；填了通常能少一次来回
form-optional = 选填
form-example = 例如：{ $example }
form-choose = 请选择
form-signed-in = 您已登录为 { $who }，回复会出现在“我的工单”里。
form-submit = 提交
form-promise = 通常在 { $range }内答复
form-errors = 还有 { $count } 处需要修改
form-errors-kept = 还没有提交。您填写的内容都在，请修改下面的内容：
form-draft = 草稿保存在这台设备上
existing-title = 您已经有一个这样的工单
existing-lead = 补充到原来的工单，不会失去排队位置，客服也能看到前因后果。您刚才写的都还在。
existing-join = 补充到这个工单
existing-new = 这是另一个问题，另行提交

## Receipt

receipt-title = 我们收到了
receipt-joined-title = 已补充到您的工单
receipt-reference = 工单编号
receipt-check = 末位“{ $check }”是校验位，抄错时我们能发现。
receipt-next = 接下来
receipt-link = 请打开我们发到 { $email } 的邮件，点击其中的链接。
receipt-link-why = 这证明邮箱是您的。在此之前，回复会为您留着，但不会寄出。没收到？请看看垃圾邮件，或在“我的工单”里再要一次。
receipt-answer = 客服会阅读并回复，通常在 { $range }内。
receipt-once = 不用重复提交。想补充或催办，在工单里进行即可，排队位置不变。
receipt-open = 打开工单
receipt-proof = 您的回执
receipt-proof-why = 这串指纹固定了您刚才提交的内容：日后若有人改动，都能查出来。
receipt-entry = 第 { $number } 条记录
receipt-hash = 指纹（SHA-256）

## The link in a mail

link-title = 打开您的工单
link-lead = 请点一下按钮，确认这封邮件是您本人打开的。之后就能在这台设备上查看和回复。
link-button = 是我，打开
link-not-you = 没有联系过我们？关闭这一页就好，什么都不会改变。

## My cases

cases-lead = { $who } 的工单，最近有变化的在前。
cases-empty-title = 这里还没有工单
cases-empty = 遇到问题时告诉我们，之后就能在这里看到进展。
cases-ask = 提交新工单
cases-updated = 更新于 { $time }
cases-mail-title = 用邮箱查看工单
cases-mail-lead = 填写提交工单时的邮箱，我们会寄去一个链接，只能用一次。
cases-mail-button = 寄给我链接
cases-mail-sent-title = 请查看邮箱
cases-mail-sent = 如果 { $email } 有工单，几分钟内就会收到链接。没收到？请检查拼写和垃圾邮件。为了保护您的隐私，无论有没有工单，这里的回答都一样。
cases-exchange = 也可以在交易所网站或 App 登录后点“联系客服”，不用等邮件。

## A case

case-state-agent = 处理中
case-state-customer = 等您回复
case-state-closed = 已关闭
case-status = 进展
case-who = 谁在处理
case-agent = { $name }，客服编号 { $number }
case-nobody = 正在排队，等下一位客服接手
case-next = 接下来
case-next-agent = 客服会回复您。
case-next-agent-by = 客服会在 { $time } 前回复您。
case-next-late = 我们答应在 { $time } 前回复，没有做到，很抱歉。您一催办，主管就会收到提醒。
case-next-late-chased = 我们答应在 { $time } 前回复，没有做到，很抱歉。主管已经收到提醒。
case-next-customer = 您回复之后，我们继续处理。
case-next-closed = 已于 { $time } 关闭。没有解决的话，可以重新打开。
case-asked = 需要您做的
case-asked-nothing = 目前不需要您做什么。
case-asked-reply = 请回复客服的最后一条消息。
case-asked-missing = 如果知道，请在回复里补充：{ $fields }。
case-conversation = 对话
case-you = 您
case-official = 官方回复
case-system = 自动消息
case-event-assigned = { $name }（编号 { $number }）接手了
case-event-unassigned = 回到了队列，等待下一位客服
case-event-closed = 客服关闭了工单
case-event-closed-own = 您关闭了工单
case-event-reopened = 客服重新打开了工单
case-event-reopened-own = 您重新打开了工单
case-event-chased = 您催办了一次
case-event-rated = 您评了 { $score } 分
case-event-proved = 您的邮箱已验证
case-event-merged = 此工单已并入 { $reference }，后续请看那里
case-event-absorbed = 工单 { $reference } 已并入此工单
case-event-unmerged = 工单 { $reference } 已重新独立
case-event-split = 您的一条消息已另立工单 { $reference }
case-reply = 您的回复
case-reply-send = 发送
case-chase = 催办
case-chase-why = 不影响排队位置；若我们已超时，主管会立即收到提醒。
case-chase-from = 如果还没有答复，{ $time } 之后可以催办。
case-chased = 已催办 { $count } 次
case-close = 已经解决，关闭工单
case-close-why = 之后随时可以重新打开。
case-reopen = 没有解决，重新打开
case-reopen-why = 想继续留言，请先重新打开；之前的对话都在。
case-actions = 可以做的事
case-facts = 您提供的信息
case-opened = 提交时间
case-record = 记录
case-record-why = 共 { $count } 条记录，每一条都锁住前一条，谁都无法悄悄改动。
case-head = 最新指纹

## Rating

rating-title = 这次的帮助怎么样？
rating-1 = 1 分，很差
rating-2 = 2 分，不好
rating-3 = 3 分，一般
rating-4 = 4 分，不错
rating-5 = 5 分，很好
rating-comment = 想说点什么吗？
rating-send = 提交评价
rating-given = 您评了 { $score } 分（满分 5 分）。谢谢，我们会认真看。

## Notices after something was done

notice-replied = 已发送，并写入记录。客服会看到。
notice-closed = 工单已关闭。没有解决的话，随时可以重新打开。
notice-reopened = 工单已重新打开，回到了客服那里。
notice-chased = 催办已记下，排队位置不变。
notice-chased-late = 催办已记下，主管也收到了提醒。
notice-rated = 评价已收到，谢谢。
notice-proved = 邮箱已验证。之后的回复会寄到这里。
notice-merged = 此工单在这里继续：您的两个工单已合并。
notice-joined = 已补充到这个工单，排队位置不变。
notice-signed-out-title = 已退出
notice-signed-out = 这台设备上不再能看到您的工单。需要时再用邮箱或交易所账户打开。

## The demo's mailbox

demo-mail-title = 演示邮箱
demo-mail-lead = 演示环境不会真的寄信，寄出的邮件都在这里。
demo-mail-empty = 还没有邮件。提交一个工单，收据就会出现在这里。
demo-mail-to = 收件人
demo-mail-from = 发件人
demo-mail-back = 全部邮件
demo-mail-text = 纯文本版本
