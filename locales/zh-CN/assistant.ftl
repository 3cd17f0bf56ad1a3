### What the assistant of the chat says, before a person is there.

assistant-other-language = 这篇文章目前只有{ $language }版本。
assistant-unsure = 这个问题我没有找到有把握的答案，不想让您白跑一趟。您可以换个说法再问，或者让同事来帮您。
assistant-which = 可以再说具体一点吗？例如发生了什么、哪个币种、什么时候。也可以选一个最接近的类别。
assistant-ask-category = 等待的时候请先选一下：您的问题属于哪一类？
assistant-ask-fact = 为了让同事更快查到，请告诉我：{ $field }。
assistant-ask-why = { $why }。
assistant-ask-example = 例如：{ $example }
assistant-ask-choice = 可以回答：{ $choices }
assistant-noted = 好的，已经记下，同事会看到。
assistant-greeting = 您好，我是自动助手。请直接说您遇到的问题，我先帮您找答案；需要时随时可以转给同事。
assistant-thanks = 不客气。还有问题随时告诉我。
assistant-robot = 我是自动助手，只根据我们的帮助文章回答。想和真人沟通，说一声就可以。
assistant-hand-over-asked = 好的，正在为您转接同事。您刚才说的内容他们都能看到，不用再说一遍。
assistant-hand-over-misses = 我没能帮上忙，这就请同事来接手。您刚才说的内容他们都能看到。
assistant-hand-over-theft = 这件事需要马上处理，正在请同事优先接手。请先做两件事：如果还能登录，立即修改密码并冻结账户；不要再操作任何陌生人给您的链接。我们绝不会向您要验证码或助记词。
assistant-hand-over-deceived = 请先停止和对方联系，不要再转账。正在请同事优先接手。如果还能登录，请立即修改密码；如果助记词已经泄露，请把剩余资产转到一个全新的钱包。我们绝不会向您要验证码或助记词。
assistant-hand-over-life = 听到您这样说，我很担心您。钱的事可以慢慢处理，您的安全最重要。如果您现在有危险，请立即拨打 110 或 120；也可以拨打 12356 心理援助热线。我这就请同事来陪您说话。
assistant-hand-over-threat = 请不要付款，也不要再回复对方，把聊天记录保存下来。如果您有人身危险，请立即拨打 110。正在请同事优先接手。
assistant-hand-over-law = 明白了，这件事需要专人处理，正在请同事接手。请保留好相关记录和案件编号。
