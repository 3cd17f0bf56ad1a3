mail-cases-button = 我的工单
